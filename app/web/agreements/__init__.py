"""Pages of agreements: of a process, of a meeting, one of them."""
