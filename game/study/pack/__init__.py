"""A debrief pack: what a recorded game shows, in the forms in which exercises are reported."""
