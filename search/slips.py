"""How likely one slip of the fingers is: what was typed and what may have been meant, one edit apart."""

ROWS = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")  # the Finnish keyboard
PLACES = {key: (row, column + row / 2) for row, keys in enumerate(ROWS) for column, key in enumerate(keys)}
REACH = 1.3  # keys; neighbours on the same row and on the next ones

SWAPPED, DOUBLED, NEIGHBOUR, MISSED, OTHER = 0.6, 0.7, 0.8, 0.9, 1.0
FIRST_LETTER = 0.3  # people seldom miss the first letter


def cost(typed: str, meant: str) -> float:
    """The cost of the slip that makes `meant` into `typed`: 0.6 (letters swapped) … 1.3 (a wrong first letter)."""
    same = _same_start(typed, meant)
    return _kind(typed, meant, same) + (FIRST_LETTER if same == 0 else 0)


def _kind(typed: str, meant: str, same: int) -> float:
    if len(typed) != len(meant):
        longer = max(typed, meant, key=len)
        letter = longer[same]
        return DOUBLED if letter in (longer[same - 1 : same], longer[same + 1 : same + 2]) else MISSED
    if typed[same : same + 2] == meant[same : same + 2][::-1]:
        return SWAPPED
    return NEIGHBOUR if _neighbours(typed[same], meant[same]) else OTHER


def _same_start(typed: str, meant: str) -> int:
    """How many letters the two begin with alike; less than either's length."""
    shorter = min(len(typed), len(meant))
    same = next((place for place in range(shorter) if typed[place] != meant[place]), shorter)
    return min(same, max(len(typed), len(meant)) - 1)


def _neighbours(one: str, other: str) -> bool:
    if one not in PLACES or other not in PLACES:
        return False
    (row, column), (other_row, other_column) = PLACES[one], PLACES[other]
    return abs(row - other_row) <= 1 and abs(column - other_column) <= REACH
