"""Message catalogues and what builds them."""
