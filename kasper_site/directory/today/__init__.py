"""Today's and tomorrow's hours, changed in twenty seconds from a phone.

`typed` reads times as people type them, `rows` says which exceptions a day is to have (both pure), `editing` writes
them with their log, `screen` gathers what an editor sees, `forms` and `views` take what is sent, `history` words the
log, `holidays` asks on the desk for what nobody has decided.
"""
