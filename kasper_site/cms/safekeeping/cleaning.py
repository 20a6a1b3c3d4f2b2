"""One form at a time is cleaned in a process: Wagtail lets a draft through by switching off what its blocks require.

The blocks are shared by all threads. Two at once could switch each other's requirements on in the middle of a save, or
leave them off for good.
"""

import threading

one_at_a_time = threading.RLock()


class CleanedAloneMixin:
    """For a page form with streams."""

    def full_clean(self):
        """Clean the form while no other thread does."""
        with one_at_a_time:
            super().full_clean()
