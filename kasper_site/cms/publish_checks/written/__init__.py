"""Numbers, dates, times and codes as people write them: found in a text, and how they should be written."""
