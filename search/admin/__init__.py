"""The editors' side of the search: synonyms, promoted results, what is searched for, and the admin's own search."""
