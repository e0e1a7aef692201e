"""Documents handed out: what was exported, by whom, from which revision, and the files themselves."""
