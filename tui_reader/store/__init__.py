"""What is kept: documents, extractions, cards, edits, settings and the log of reviews."""
