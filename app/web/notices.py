"""One sentence carried over a redirect: "Your amendment was tabled." Signed, shown once."""

import base64
import hashlib
import hmac

from fastapi import Request, Response

from app.config import Settings

NOTICE_COOKIE = "protempore_notice"


def _seal(settings: Settings, body: bytes) -> str:
    return hmac.new(settings.secret.get_secret_value().encode(), b"notice:" + body, hashlib.sha256).hexdigest()


def leave(response: Response, settings: Settings, sentence: str) -> None:
    """Have the next page show `sentence`, which is already in the reader's language."""
    body = base64.urlsafe_b64encode(sentence.encode())
    value = f"{body.decode()}.{_seal(settings, body)}"
    response.set_cookie(NOTICE_COOKIE, value, max_age=60, httponly=True, samesite="lax", secure=settings.secure_cookies)


def left(request: Request, settings: Settings) -> str:
    """The sentence the last page left, or nothing."""
    body, _, seal = request.cookies.get(NOTICE_COOKIE, "").partition(".")
    if not body or not hmac.compare_digest(seal.encode(), _seal(settings, body.encode()).encode()):
        return ""
    return base64.urlsafe_b64decode(body).decode()
