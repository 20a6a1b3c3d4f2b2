"""When events are, and what calendars and address books on phones get: pure functions, without database or request."""
