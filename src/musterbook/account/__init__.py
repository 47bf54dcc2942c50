"""DECLARATIONS -> ROWS: network, expressions, hedges and times become one linear system."""
