"""A session line by line: for screen readers, for logs, and for terminals that can't be drawn on."""
