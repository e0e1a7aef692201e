"""Handing out a file that is kept under its SHA-256."""

from urllib.parse import quote

from fastapi import Request, Response


def handed(request: Request, content: bytes, *, filename: str, media_type: str, sha256: str) -> Response:
    """The file as an answer: to be saved under its name, never to be guessed at, and known again by its SHA-256."""
    headers = {
        "ETag": f'"{sha256}"',
        # The reader may lose the right to it: their browser asks again, and is told when it is the same.
        "Cache-Control": "private, no-cache",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": disposition(filename),
    }
    known = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    if headers["ETag"] in known:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)


def disposition(filename: str) -> str:
    """The header under which a file is saved by its name, in any alphabet."""
    plain = "".join(sign if sign.isascii() and sign.isprintable() and sign not in '"\\%' else "_" for sign in filename)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='')}"
