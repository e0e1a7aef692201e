"""Pages of drafting: declarations, revisions, amendments, the desk."""
