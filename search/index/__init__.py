"""The index in the database: which tokens stand in which entries. One interface, two engines, the same answers."""
