"""The case in a browser: requests go in; pages of the same exhibits as everywhere come out."""
