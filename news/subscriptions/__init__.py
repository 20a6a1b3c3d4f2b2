"""Releases by e-mail, for the press and for whoever wants them.

`keeping` has who subscribes, changes and leaves; `links` the signed addresses in mails; `letters` the mail that asks to
confirm; `release_mail` the mail of a release; `mailing` its place in the outbox; `sending` what a mail server answers.
No address is ever written to a log, to an effect of the outbox or to the words of an error.
"""
