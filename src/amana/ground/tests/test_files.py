"""Files are kept by their content, whole or not at all."""

from pathlib import Path

import pytest

from amana.ground import files
from amana.kernel.refusals import Refusal


@pytest.fixture(autouse=True)
def _state(settings: object, tmp_path: Path) -> None:
    settings.STATE = tmp_path  # type: ignore[attr-defined]


def test_the_same_bytes_are_kept_once() -> None:
    assert files.keep(b"a text") == files.keep(b"a text")
    assert files.read(files.keep(b"a text")) == b"a text"
    assert len([each for each in files.folder().rglob("*") if each.is_file()]) == 1


def test_a_changed_byte_is_noticed() -> None:
    digest = files.keep(b"a text")
    files.path_of(digest).write_bytes(b"a test")
    with pytest.raises(Refusal) as refused:
        files.read(digest)
    assert refused.value.code == "file.altered"


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "a" * 63, "A" * 64, "0" * 64])
def test_no_name_from_outside_leads_anywhere(digest: str) -> None:
    with pytest.raises(Refusal) as refused:
        files.read(digest)
    assert refused.value.code == "file.unknown"


def test_a_write_that_fails_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_handle: int) -> None:
        raise OSError("no room")

    monkeypatch.setattr("os.fsync", fails)
    with pytest.raises(OSError, match="no room"):
        files.keep(b"a text")
    assert [each for each in files.folder().rglob("*") if each.is_file()] == []
