"""The outbox: what a publication is to bring about stands in a table before any of it is tried.

`record` writes a publication with all of its effects in one transaction; `drain` tries what is due. Whoever crashes in
between leaves rows behind, which the next drain takes up: nothing is lost. An effect runs again where nobody knows
whether it was finished, so each must come to the same when it is run twice. `gate` keeps in what concerns a page that
visitors do not see any more.
"""
