"""The drawn parts that screens share."""
