"""The widgets: each shows something and announces what happened to it."""
