"""A running game: session, recording, seats and bots; knows no words and no screens."""
