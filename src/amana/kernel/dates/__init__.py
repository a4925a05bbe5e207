"""The parts of `amana.kernel.dual_dates`: calendars, month names, reading, writing."""
