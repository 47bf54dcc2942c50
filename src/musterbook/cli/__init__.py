"""The terminal window: one file a verb; it prints what views lay out and computes nothing."""
