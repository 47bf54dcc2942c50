"""ROWS -> DRAWS: a linear system goes in, possible worlds and what they say come out."""
