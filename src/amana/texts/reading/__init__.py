"""Reading a deliberation from plain text, and what its paragraphs ask of whom by when: pure."""
