"""Measurements that can be made again: each module is a program, `python -m benchmarks.NAME`."""
