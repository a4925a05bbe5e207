"""The screens of a floor: its state in the words of a reader, drawn once for all who look."""
