"""Scripts that made the committed fonts, icons and map; run by hand, never by the product."""
