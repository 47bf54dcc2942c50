"""TEXT -> CLAIMS: numbers, periods, people and speakers go in, proposed claims come out."""
