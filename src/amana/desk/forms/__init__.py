"""Forms of the desk: each act as data, and how a form is made of it."""
