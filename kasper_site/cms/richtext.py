"""What running text may hold: one list for bodies, a shorter one for single paragraphs.

The directory, which stands above, gives "fact" its meaning: a number or hours that follow the directory.
"""

BODY_FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link", "fact"]
PARAGRAPH_FEATURES = ["bold", "italic", "link", "document-link", "fact"]
