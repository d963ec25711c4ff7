"""How fast the project is, measured beside a floor of its own."""
