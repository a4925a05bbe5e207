"""Secret ballots: the keys that sign papers, and what is to be read of a booth."""
