"""The nouns: frozen, pure, standard library only. Read records.py first."""
