"""The groups of editors, which every installation has, as a step of the demo loader."""

from kasper_site.cms import groups
from kasper_site.demo.registry import Tally, Verdict


def load() -> Tally:
    """Make the groups that the installation does not have yet."""
    changes, tally = groups.ensure(), Tally("Groups")
    for verdict, names in (
        (Verdict.NEW, changes.made),
        (Verdict.CHANGED, changes.changed),
        (Verdict.SAME, changes.same),
    ):
        for name in names:
            tally.add(verdict, name)
    return tally
