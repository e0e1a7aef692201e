"""Making each kind of document from what is known of a declaration."""
