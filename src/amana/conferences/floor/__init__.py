"""The life of a floor: its log folded, its roll of the day, who sits where."""
