"""Where files live and what a reader has set."""
