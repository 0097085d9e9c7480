"""What is measured, and the tools for it. Nothing here is part of the app."""
