"""The editors' desk: what waits for an editor, in at most five boxes on the admin's front page, each with one action.

`drafts`, `approvals`, `due_pages`, `broken_links` and `facts` each fill one box; `panel` shows them, `views` does what
the one-tap buttons ask for, `reminders` tells the same by mail on Mondays.
"""
