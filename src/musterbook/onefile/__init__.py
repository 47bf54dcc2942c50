"""RESULTS -> ONE FILE: the report that opens by double-click, with nothing to fetch."""
