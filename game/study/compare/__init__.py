"""A class: many recordings beside each other, what they had in common and where they parted."""
