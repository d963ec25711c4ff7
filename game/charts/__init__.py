"""Layouts of charts and their painters; knows only numbers."""
