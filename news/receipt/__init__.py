"""The receipt (*julkaisukuitti*): what a publication has brought about, for the editor who watches it.

`rows` sums up what the outbox knows, `state` says where a story stands before that, `health` whether somebody is at
work at all; `views` shows them, `ways_in` leads to them, `waiting` tells of failed work on the desk.
"""
