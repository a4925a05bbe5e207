"""Random examples that are the same in every run."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import environment
from hypothesis import settings

DRAW = """
from hypothesis import given, strategies as st
from amana.testing.drawing import choose_profile
choose_profile()
{more}
@given(st.text(), st.integers())
def draw(text, number):
    print(ascii(text), number)
draw()
"""


def drawn(more: str, tmp_path: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", DRAW.format(more=more)], capture_output=True, text=True, check=True,
        env=environment(tmp_path),
    )  # fmt: skip
    return done.stdout


def test_examples_depend_on_nothing_but_the_test(tmp_path: Path) -> None:
    first = drawn("", tmp_path)
    assert first.count("\n") > 50
    assert drawn("import amana.kernel.dual_dates, amana.kernel.arabic", tmp_path) == first


def test_the_run_draws_steadily_unless_it_is_asked_otherwise(
    request: pytest.FixtureRequest,
) -> None:
    asked = request.config.getoption("--hypothesis-profile")
    assert settings().derandomize is (asked != "random")
