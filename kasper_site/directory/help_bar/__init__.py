"""Who helps now, near the top of every page: read from a small file, at the cost of no query and with no database."""
