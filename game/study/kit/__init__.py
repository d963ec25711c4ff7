"""A class kit: what is printed and read to play with a class, and what starts it in a room without a network."""
