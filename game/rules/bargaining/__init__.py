"""Bargaining: tables of issues, walk-away values and what moves them, offers, joint talks, rulings, agreements."""
