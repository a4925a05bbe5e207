"""The procedure of conferences as pure functions: shares, majorities, elections, the floor.

Whole numbers only; no clock, no database. Every parameter comes from a rulebook, which is data.
"""
