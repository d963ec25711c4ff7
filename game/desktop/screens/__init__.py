"""What the window shows, one screen a module: title, library, briefing, table, evening, debrief and
what lies over them.

Each screen is a value that lays itself out and answers intents with another screen; `journey` says which may follow
which. Nothing here is imported before it is shown.
"""
