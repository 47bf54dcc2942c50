"""ROWS -> WHAT CANNOT ALL BE TRUE: a linear system per reading in, conflicts and ways out out."""
