"""Where a request may lead on to."""

from urllib.parse import urlsplit

from fastapi import Request


def own_path(path: str) -> str:
    """`path` when it is one of our own pages, else the first page: a link must not lead on to another site."""
    ours = path.startswith("/") and not path.startswith("//") and path.isprintable() and "\\" not in path
    return path if ours else "/"


def here(request: Request) -> str:
    """The page the reader is on, as it was asked for; of an act the page from which it was done, if that is known."""
    if request.method in ("GET", "HEAD"):
        return own_path(_whole(request.url.path, request.url.query))
    return came_from(request) or own_path(request.url.path)


def came_from(request: Request) -> str:
    """The page of ours on which a request was made; "" where that is not said."""
    try:
        page = urlsplit(request.headers.get("referer", ""))
    except ValueError:
        return ""
    return own_path(_whole(page.path, page.query)) if page.netloc and page.netloc == request.headers.get("host") else ""


def _whole(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
