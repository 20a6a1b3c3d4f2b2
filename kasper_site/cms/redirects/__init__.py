"""Old addresses that lead on, kept as Wagtail's own redirects.

`middleware`  answers an old address, but never names a hidden page
`rules`       what an old address and its target may be; `site_map` is what they ask about pages and other redirects
`csv_file`    the rows of a spreadsheet's file; `incoming` looks at them all and stores the sound ones
`forms`, `views`  the same in the admin, in the place of Wagtail's own
"""
