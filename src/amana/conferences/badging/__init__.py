"""Badges: their codes, their sheets, and who is inside."""
