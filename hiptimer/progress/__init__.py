"""What the log says over weeks: which hip is weaker, what has changed, what could come next. Pure."""
