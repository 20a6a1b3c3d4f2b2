"""Links that lead nowhere: inside by the reference index, outside by asking the other site once a week.

`inside`   links in running text and blocks to pages and files that are not there; known at once
`dangling` keeps the reference index's knowledge of what was deleted
`found`    the addresses outside that visible pages link to
`guard`    which machines may be asked, and how often
`fetch`    one question to another site
`verdict`  what an answer makes of a link
`run`      the scheduler's job
"""
