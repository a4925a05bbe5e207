"""The parts of the analyser; `amana.kernel.arabic` is its door."""
