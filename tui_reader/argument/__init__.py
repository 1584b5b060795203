"""The argument of a text: who stands where, what hangs on what, and pictures of both."""
