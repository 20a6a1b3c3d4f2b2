"""What happens to a file when an editor uploads it.

`originals` takes out of a picture what its maker did not mean to tell, `documents` looks whether a file is what its
name says, `document_text` reads for the search what it says, `focus` is the choice of a picture's most important part
without a mouse. `forms` and `views` are the admin's.
"""
