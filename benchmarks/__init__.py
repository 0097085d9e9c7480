"""What can be measured again: each program is run as `python -m benchmarks.NAME`. Not part of the app."""
