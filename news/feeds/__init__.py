"""Feeds of the lists of stories: Atom 1.0 (RFC 4287) with the full text.

`asked`    what an address below a list asks for
`content`  the bodies of stories as HTML that stands anywhere
`building` from a list to its feed
`atom`     from a feed to XML
`serving`  the answer, with what tells a reader that nothing has changed
`outbox`   whether a publication really stands in its feed
"""
