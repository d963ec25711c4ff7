"""Layouts of charts as drawing operations; knows only numbers."""
