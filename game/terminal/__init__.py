"""The same game in text: 80 columns, numbers to choose by, nothing but the keyboard."""
