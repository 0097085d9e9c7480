"""What was done: the records, and the one SQLite file they are kept in."""
