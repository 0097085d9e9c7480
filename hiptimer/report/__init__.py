"""The report for a physio: what it says as values, and the writers that put it on a page. Pure."""
