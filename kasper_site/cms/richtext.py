"""What running text may hold: one list for bodies, a shorter one for single paragraphs."""

BODY_FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link"]
PARAGRAPH_FEATURES = ["bold", "italic", "link", "document-link"]
