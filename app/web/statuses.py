"""Which status a refusal is answered with. The only place where a refusal meets a number."""

from app import errors

STATUS: dict[type[errors.Refusal], int] = {
    errors.TooLarge: 413,
    errors.Malformed: 422,
    errors.Unknown: 404,
    errors.SignedOut: 401,
    errors.Denied: 403,
    errors.Stale: 409,
    errors.OutOfPlace: 409,
    errors.TooMany: 429,
}


def status_of(refusal: errors.Refusal) -> int:
    """The status of the refusal's kind, or of the nearest kind above it."""
    return next(STATUS[kind] for kind in type(refusal).__mro__ if kind in STATUS)
