"""Documents that are ordered and made in their turn: ordering and cancelling them, and the workers that make them."""
