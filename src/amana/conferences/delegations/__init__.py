"""Lists of delegates from elsewhere, read and checked row by row; nothing here writes or asks.

`grid` opens a file, `columns` finds the head of each sheet, `values` reads a cell, `checking`
makes entries of rows or faults, `comparing` says what an import would change, `writing` gives a
list back in the form in which it can be read again.
"""
