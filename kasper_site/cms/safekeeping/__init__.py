"""That nothing an editor types is lost: to a lost login or connection, or to somebody who edits the same thing.

`session` tells a script whether its tab is still logged in, `kept` which kept texts have reached the database,
`page_conflicts` and `fact_form` keep one from overwriting another unawares, `changes` tells what was changed.
The browser's part is in static/js/admin: `connection`, `kept-text`, `submit-guard`, `editing-together`, `autosave`.
"""
