"""Typed parts of the pages on top."""
