"""DRAWS -> MORE ABOUT THEM: a fit goes in; what moved it, and what would tell more, come out."""
