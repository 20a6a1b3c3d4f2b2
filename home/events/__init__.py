"""Events for visitors: the list with its filters, one event's page, calendar files and cards."""
