"""The morphological engine: Voikko's transducer for Finnish, by either of two libraries.

Both answer with the transducer's own output, so that everything above is the same code and gives the same terms.
libvoikko (Debian's library and dictionary) is small and quick; pyvoikko carries its own copy of the same dictionary,
needs nothing installed and takes some 270 MB.
"""

import ctypes.util
import threading
from functools import cache
from typing import Protocol


class Engine(Protocol):
    """A source of readings. `name` is what system check and admin show."""

    name: str

    def outputs(self, word: str) -> tuple[str, ...]:
        """The transducer's outputs for a word in lower case, in a fixed order; () for a word it does not know."""


class Libvoikko:
    """Debian's libvoikko1 with voikko-fi. A handle is not safe between threads: each thread has its own."""

    name = "libvoikko"

    def __init__(self):
        import libvoikko

        self._open = lambda: libvoikko.Voikko("fi")
        self._local = threading.local()
        self._handle()

    def outputs(self, word: str) -> tuple[str, ...]:
        """See `Engine`. Readings that libvoikko adds by itself (names of organisations) carry no output."""
        found = self._handle().analyze(word)
        return tuple(sorted({reading["FSTOUTPUT"] for reading in found if "FSTOUTPUT" in reading}))

    def _handle(self):
        if not hasattr(self._local, "voikko"):
            self._local.voikko = self._open()
        return self._local.voikko


class Pyvoikko:
    """The dictionary inside a Python package; its transducer is only read, so threads may share it."""

    name = "pyvoikko"

    def __init__(self):
        import kfst
        import pyvoikko

        self._lookup = pyvoikko.VOIKKO_FST.lookup
        self._unknown_letter = kfst.TokenizationException

    def outputs(self, word: str) -> tuple[str, ...]:
        """See `Engine`."""
        try:
            return tuple(sorted({str(output) for output, _weight in self._lookup(word)}))
        except self._unknown_letter:
            return ()


def has_libvoikko() -> bool:
    """Whether Debian's library and its Finnish dictionary are there."""
    if not ctypes.util.find_library("voikko"):
        return False
    import libvoikko

    try:
        libvoikko.Voikko("fi").terminate()
    except libvoikko.VoikkoException:
        return False
    return True


@cache
def engine() -> Engine:
    """The engine of this process: libvoikko where it is installed, else pyvoikko."""
    return Libvoikko() if has_libvoikko() else Pyvoikko()


def engine_name() -> str:
    """Which library reads Finnish words here: `libvoikko` or `pyvoikko`."""
    return engine().name
