"""Pages of the documents that are handed out."""
