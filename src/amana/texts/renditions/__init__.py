"""Files made of texts: PDF by Typst, and the door of the other forms."""
