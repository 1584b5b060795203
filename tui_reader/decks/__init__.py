"""Cards and questions made from an extraction; deck files in and out."""
