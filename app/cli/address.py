"""The address a command serves on."""

import socket

import click


def must_be_free(host: str, port: int) -> None:
    """Raises click.ClickException, in plain words, when nobody can listen on `port` of `host`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise click.ClickException(
            f"Nothing can be served on {host}, port {port} ({reason}). Give another with --port."
        ) from None
