"""Many games of one scenario by several bots, and what they show its author."""
