"""What the newsroom adds to the editors' side."""
