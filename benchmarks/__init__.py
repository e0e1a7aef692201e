"""How long the algebra of texts takes, by the size of the work, beside others who do the same."""
