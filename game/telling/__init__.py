"""Words for events, options and reasons, and how lines of them are laid out."""
