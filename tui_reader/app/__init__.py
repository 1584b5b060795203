"""The Textual app; nothing here is imported before the app is opened."""
