"""hiptimer: leads a runner live through a hip-strength circuit, and logs every set."""

__version__ = "0.1.0"
