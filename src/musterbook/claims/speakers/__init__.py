"""A number's place in a text in, the chain of those who say it out."""
