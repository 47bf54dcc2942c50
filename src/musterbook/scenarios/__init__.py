"""Draws of the account and changes go in, ensembles of possible futures come out."""
