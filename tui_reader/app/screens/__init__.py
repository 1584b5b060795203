"""The screens: each decides what a message or a command does."""
