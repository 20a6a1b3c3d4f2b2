"""The editors' side of accessibility: the inbox of feedback, what waits on the desk, letters."""
