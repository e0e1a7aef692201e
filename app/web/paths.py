"""Where a request may lead on to."""


def own_path(path: str) -> str:
    """`path` when it is one of our own pages, else the first page: a link must not lead on to another site."""
    ours = path.startswith("/") and not path.startswith("//") and path.isprintable() and "\\" not in path
    return path if ours else "/"
