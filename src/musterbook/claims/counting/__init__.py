"""A text in, whom its numbers count and what became of them out."""
