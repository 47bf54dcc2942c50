"""A text and its date in, the times it names out, and those that are a number's own."""
