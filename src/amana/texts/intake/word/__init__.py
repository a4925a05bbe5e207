"""Reading DOCX: the package, its lists, its paragraphs."""
