"""What the accessibility statement tells, and the feedback on it.

`audit_report` reads what an audit of the site found, `models.KnownIssue` is what editors know besides; `statement` puts
both together for the page. `forms` and `views` take feedback, `clock` knows by when it is answered, `admin` shows it.
"""
