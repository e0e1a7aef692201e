"""How much a request may send."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import TooLarge


class BoundedBody:
    """ASGI middleware: stops reading a body past `limit` bytes, whatever its headers promised."""

    def __init__(self, app: ASGIApp, *, limit: int) -> None:
        self.app = app
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        taken = 0

        async def bounded() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.limit:
                raise TooLarge("What you sent is larger than {limit} megabytes.", limit=self.limit // (1024 * 1024))
            return message

        await self.app(scope, bounded, send)
