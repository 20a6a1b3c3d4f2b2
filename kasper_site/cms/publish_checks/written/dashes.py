"""The signs that people type for a dash, as one set for regular expressions."""

EN_DASH = "\N{EN DASH}"
_OTHERS = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"

ALL = f"-{_OTHERS}"
# The same inside [ ]: an unescaped hyphen would make a range of its neighbours.
IN_CLASS = rf"\-{_OTHERS}"
