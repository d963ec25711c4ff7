"""A scenario as a document for those who approve it before it is used in class: its contents, without Word."""
