"""A terminal tool for close reading: who holds what, on what conditions; then cards until you know it."""

__version__ = "0.1.0"
