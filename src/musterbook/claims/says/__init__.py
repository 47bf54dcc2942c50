"""The controlled sentence in, what it says out, and back again."""
