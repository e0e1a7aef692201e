from pathlib import Path

import pytest

from app.store import Store


def test_what_is_put_comes_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    digest = store.put(b"the text")
    assert store.get(digest) == b"the text"
    assert store.put(b"the text") == digest


def test_a_changed_file_is_noticed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    digest = store.put(b"the text")
    (tmp_path / digest[:2] / digest).write_bytes(b"another")
    with pytest.raises(ValueError, match="changed"):
        store.get(digest)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "x" * 64, "A" * 64])
def test_only_a_hash_is_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        Store(tmp_path).get(name)


def test_nothing_is_left_behind_when_writing_fails(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with pytest.raises(TypeError):
        store.put("not bytes")  # type: ignore[arg-type]
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
