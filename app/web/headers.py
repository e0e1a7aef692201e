"""The headers that every answer carries, whatever it is."""

from app.config import Settings

_ALWAYS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_ON_HTTPS = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}


def protecting(settings: Settings) -> dict[str, str]:
    """What tells a browser to run nothing but our own scripts, to frame us nowhere, and on https to stay there."""
    return _ALWAYS | (_ON_HTTPS if settings.secure_cookies else {})
