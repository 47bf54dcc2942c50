"""A pattern in, the same pattern tried only where the words it needs stand out."""
