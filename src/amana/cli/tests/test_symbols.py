"""Symbols given out to many hands at once, on a server of its own."""

import json
import subprocess
import sys
from pathlib import Path

from conftest import ROOT, environment


def test_no_gap_and_no_duplicate_when_eight_hands_take_numbers_at_once(tmp_path: Path) -> None:
    """Real connections on a server of its own: what they commit is in no other test's way."""
    for folder in (tmp_path.parent, tmp_path):
        folder.chmod(0o755)
    script = "amana.cli.tests.hands"
    done = subprocess.run(
        [sys.executable, "-m", script], capture_output=True, text=True, check=False, cwd=ROOT,
        env=environment(tmp_path) | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert sorted(said["kept"]) == list(range(1, said["last"] + 1))
    assert said["given"] == 8 * 20
    assert said["duplicates"] == 0
    assert said["register_holds"] is True
    assert said["acts"] == said["given"] + said["given_back"]
    assert said["given_back"] > 0
