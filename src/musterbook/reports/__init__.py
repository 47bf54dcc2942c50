"""BYTES -> TEXT: html, pdf, text and tables go in, one text with true offsets comes out."""
