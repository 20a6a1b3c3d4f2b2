"""Facts in running text: a number, an address or hours that an editor inserts and that follow the directory.

The page keeps only which fact is meant (`keys`); what it says is looked up when somebody reads it (`facts`, `values`,
`handler`) or writes beside it (`editor`, `chooser`).
"""

NAME = "fact"  # as a rich-text feature and as an embed type in the database
