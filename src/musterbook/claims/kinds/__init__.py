"""A counted number in its text in, its kind out: level, change, cumulative or rate."""
