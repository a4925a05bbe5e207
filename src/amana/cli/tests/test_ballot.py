"""`amana ballot verify`: what the stand-alone verifier says, without a database."""

import pytest
from click.testing import CliRunner

from amana.cli.ballot import ballot
from amana.conferences import verifier
from amana.conferences.booth.keys import SigningKey
from amana.conferences.tests.test_verifier import made


@pytest.fixture(scope="module")
def good():
    return made(SigningKey.new(), ("a", "b"), ())


def run(*words):
    return CliRunner().invoke(ballot, ["verify", *map(str, words)])


def test_it_proves_a_published_list_and_shows_a_paper_by_its_code(good, tmp_path):
    file = tmp_path / "published.json"
    file.write_bytes(verifier.canonical(good))
    code = good["papers"][0]["code"]
    done = run(file, "--receipt", code, "--lang", "ar")
    assert (done.exit_code, "كل شيء سليم" in done.output, code in done.output) == (0, True, True)
    assert run(file, "--receipt", "0000-0000-0000-0000", "--lang", "fr").exit_code == 1


def test_what_is_no_list_is_said_to_be_none(tmp_path):
    file = tmp_path / "published.json"
    file.write_text("[]")
    assert run(file, "--lang", "en").exit_code == 1
    assert run(tmp_path / "missing.json", "--lang", "en").exit_code == 2
