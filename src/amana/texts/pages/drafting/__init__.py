"""The drafting room at the desk: drafts, their translation, release, and amendments."""
