"""The clerk: a folder goes in, nouns come out, and back again; the only package that touches paper.

Start at load.py (folder to nouns) and save.py (edits to files).
"""
