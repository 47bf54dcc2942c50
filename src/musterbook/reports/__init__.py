"""BYTES -> TEXT: html, pdf, text and tables go in, one normalised text with true offsets comes out."""
