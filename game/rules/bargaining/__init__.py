"""Bargaining over packages: the arithmetic of agreement (`zone`), which knows no state."""
