"""What editors type: 23.11.2026, klo 9, klo 9.30, 23.11.2026 klo 10.00. ISO forms are understood by Django anyway."""

_DATES = ["%d.%m.%Y", "%d. %m. %Y"]
_TIMES = ["%H.%M", "%H:%M", "klo %H.%M", "klo %H:%M"]
_HOURS = ["%H", "klo %H"]

DATE_INPUT_FORMATS = _DATES
TIME_INPUT_FORMATS = [*_TIMES, "%H.%M.%S", "%H:%M:%S", *_HOURS]
# A bare hour counts only behind "klo": without it 23.11.2026 10 is as likely half a typing.
DATETIME_INPUT_FORMATS = [f"{day} {clock}" for day in _DATES for clock in [*_TIMES, "klo %H"]]
