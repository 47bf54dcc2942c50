"""The nouns, which import nothing but the standard library. Begin with records.py."""
