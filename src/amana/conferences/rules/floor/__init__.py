"""The floor: a meeting as an append-only list of events, and its state as a pure fold.

`fold.replay` reads events and answers for each whether it was in order, under which rule, and the
state after it. The live floor, the record and the replay of a past meeting all use this one fold.

An act is one function in the module of its subject (`meeting`, `speaking`, `order`, `motions`,
`proposals`, `amendments`, `division`, `consensus`, `voting`, `contests` …). It first refuses what
is out of order (`OutOfOrder`), and only then changes the state, so that a refused event changes
nothing.
"""
