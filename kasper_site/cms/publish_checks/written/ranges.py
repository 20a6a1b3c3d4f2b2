"""Ranges of numbers: 9–15, 2020–2023, 2.–4. with an en dash and no spaces; a hyphen joins words, not numbers."""

import re
from collections.abc import Iterator

from kasper_site.cms.publish_checks.written.dashes import EN_DASH
from kasper_site.cms.publish_checks.written.dashes import IN_CLASS as DASH
from kasper_site.cms.publish_checks.written.forms import Written

_RANGE = re.compile(
    rf"(?<![\w.,:/+{DASH}])(?P<low>[0-9]{{1,4}})(?P<stop>\.?)\s?[{DASH}]\s?(?P<high>[0-9]{{1,4}})"
    rf"(?![\w/:]|[.,][0-9]|\s?[{DASH}]\s?[0-9])"
)


def find(text: str) -> Iterator[Written]:
    """Two rising numbers with a dash between them. `1-0` and `2023-5` are something else."""
    for match in _RANGE.finditer(text):
        if _is_rising(match["low"], match["high"]):
            right = f"{match['low']}{match['stop']}{EN_DASH}{match['high']}"
            yield Written(match.start(), match.end(), match[0], right)


def _is_rising(low: str, high: str) -> bool:
    is_short_year = len(low) == 4 and len(high) == 2 and int(low[2:]) < int(high)
    return is_short_year or int(low) < int(high)
