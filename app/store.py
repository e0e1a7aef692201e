"""Files, kept under the SHA-256 of their content: a file can be neither changed nor confused with another."""

import hashlib
import os
import tempfile
from pathlib import Path


class Store:
    """A folder of files. Two processes may use it at once: a file appears whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes) -> str:
        """Keep `content` and return its SHA-256 in hexadecimal. Keeping it again does nothing."""
        digest = hashlib.sha256(content).hexdigest()
        target = self._path(digest)
        if target.exists():
            return digest
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=target.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return digest

    def get(self, digest: str) -> bytes:
        """The content kept under `digest`. Raises FileNotFoundError; ValueError when what lies there is something else."""
        content = self._path(digest).read_bytes()
        if hashlib.sha256(content).hexdigest() != digest:
            raise ValueError(f"the file kept under {digest} was changed")
        return content

    def _path(self, digest: str) -> Path:
        if len(digest) != 64 or not all(sign in "0123456789abcdef" for sign in digest):
            raise ValueError("not a SHA-256")
        return self.folder / digest[:2] / digest
