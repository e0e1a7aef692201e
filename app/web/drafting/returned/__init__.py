"""Pages of the marked-up files that delegations send back."""
