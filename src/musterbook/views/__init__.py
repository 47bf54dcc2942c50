"""RESULTS -> THINGS TO SHOW: the exhibits that every window hangs up, the same in each."""
