"""What the schema and the further rules refuse: every rule is shown broken."""

import re
from collections.abc import Callable

import pytest

from amana.texts.akn import validity
from amana.texts.akn.names import NS
from amana.texts.akn.soundness import concord, unsound
from amana.texts.akn.validity import SCHEMA, validate
from amana.texts.akn.writing import write
from amana.texts.tests.akn.exercises import consolidated, resolution

OLD = "http://www.akomantoso.org/2.0"
SHA256 = "6f61fe84cbb6f8cb0e8418cd67b74a63da9990e6573b5a3491f623184f45c4fd"


def edited(
    old: str, new: str, *, document: Callable[[], object] = resolution, lang: str = "en"
) -> bytes:
    xml = write(document(), lang).decode()  # type: ignore[arg-type]
    assert old in xml, old
    return xml.replace(old, new, 1).encode()


def sentences(xml: bytes) -> str:
    return " ".join(fault.sentence for fault in unsound(xml))


def test_the_schema_is_the_one_that_oasis_published() -> None:
    from hashlib import sha256

    assert sha256(SCHEMA.read_bytes()).hexdigest() == SHA256


def test_the_schema_is_compiled_once() -> None:
    validate(write(resolution(), "en"))
    compiled = validity._schema()
    validate(write(resolution(), "fr"))
    assert validity._schema() is compiled


def test_a_file_of_an_older_namespace_is_not_valid() -> None:
    xml = write(resolution(), "en").replace(NS.encode(), OLD.encode())
    [fault] = validate(xml)
    assert fault.line >= 1
    assert "akomaNtoso" in fault.sentence


def test_a_fault_names_its_line() -> None:
    xml = (
        b'<akomaNtoso xmlns="%s">\n<act name="charter">\n<body/>\n</act>\n</akomaNtoso>'
        % NS.encode()
    )
    assert [fault.line for fault in validate(xml)] == [3]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<mainBody xml:lang="en">', '<mainBody xml:lang="en"><article xml:lang="en" lang="en"/>'),
        ("<num>2.</num>", "<number>2.</number>"),
        ('type="generation"', 'type="birth"'),
        ('date="2024-08-29" name="adoption"', 'date="29 August 2024" name="adoption"'),
        ('eId="para_1"', 'eId="para_2"'),
        ('eId="para_1"', 'eId="para 1"'),
    ],
)
def test_the_strict_schema_refuses(old: str, new: str) -> None:
    assert validate(edited(old, new)) != []


@pytest.mark.parametrize(
    "xml",
    [b"", b"<", b"no xml", b"<a><b></a>", b"\xff\xfe", b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
)
def test_what_cannot_be_read_is_a_fault_and_no_error(xml: bytes) -> None:
    [fault] = validate(xml)
    assert fault.sentence


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('eId="para_1"', 'eId="para_٣"', "naming convention"),
        ('eId="para_1"', 'eId="1"', "naming convention"),
        ('eId="para_1"', 'eId="para_2"', "stands twice"),
        ('refersTo="#requests"', 'refersTo="#nobody"', "leads nowhere"),
        ('source="#ro1"', 'source="#ro9"', "leads nowhere"),
        ('as="#author"', 'as="#writer"', "leads nowhere"),
        ('name="resolution" contains', 'name="poem" contains', "is no deliberation"),
        ('FRBRsubtype value="deliberation"', 'FRBRsubtype value="song"', "no known class"),
        ("7-50-POL/!main", "7-51-POL/!main", "no component"),
        ("eng@2024-08-29/!main.xml", "eng@2024-08-30/!main.xml", "is not that of the work"),
        ("eng@2024-08-29.akn", "fra@2024-08-29.akn", "is not of the expression"),
        ('FRBRcountry value="aa-union"', 'FRBRcountry value="aa-other"', "FRBRcountry"),
        ('FRBRnumber value="7-50-POL"', 'FRBRnumber value="8-50-POL"', "FRBRnumber"),
        ('date="2024-08-29" name="adoption"', 'date="2024-08-28" name="adoption"', "FRBRdate"),
        ('08-29" name="expression"', '08-28" name="expression"', "FRBRdate of the expression"),
        ('FRBRlanguage language="eng"', 'FRBRlanguage language="fra"', "FRBRlanguage"),
    ],
)  # fmt: skip
def test_every_further_rule_is_broken_by_its_fault(old: str, new: str, said: str) -> None:
    assert said in sentences(edited(old, new))


@pytest.mark.parametrize(
    ("uri", "said"),
    [("/akn/oic/statement/deliberation/union-council/2024-08-29/7-50-POL", "no address of a work"),
     ("/akn/aa-union/statement/deliberation/7/2024-08-29/7-50-POL", "no address of a work"),
     ("/work/7", "no address of a work")],
)  # fmt: skip
def test_an_address_that_keeps_no_convention_is_named(uri: str, said: str) -> None:
    own = "/akn/aa-union/statement/deliberation/union-council/2024-08-29/7-50-POL"
    assert said in sentences(write(resolution(), "en").replace(own.encode(), uri.encode()))


def test_a_version_of_no_event_is_named() -> None:
    old = 'date="2012-01-01" source="#rp2"'
    assert "no event" in sentences(edited(old, old.replace("2012", "2013"), document=consolidated))


def test_a_mapping_may_name_a_former_id_and_nothing_else() -> None:
    former = 'original="#art_2" current="#art_2bis"'
    assert former.encode() in write(consolidated(), "en")
    broken = edited(former, former.replace('"#art_2"', '"#art_77"'), document=consolidated)
    assert "original=“#art_77” leads nowhere" in sentences(broken)
    assert "eId “art_2bis” is not mapped to its wId “art_2”" in sentences(broken)


def files() -> dict[str, bytes]:
    return {lang: write(resolution(), lang) for lang in ("ar", "en", "fr")}


def test_languages_that_are_not_one_structure_are_named() -> None:
    french = re.sub(r"<subparagraph eId=\"para_2__subpara_b\".*?</subparagraph>", "",
                    files()["fr"].decode())  # fmt: skip
    faults = concord(files() | {"fr": french.encode()})
    assert len(faults) == 1
    assert faults[0].sentence.startswith("ar has para_2__subpara_b where fr has ")


def test_a_language_that_ends_earlier_is_named() -> None:
    short = re.sub(r"<attachments>.*</attachments>", "", files()["fr"].decode(), flags=re.S)
    assert "places" in concord(files() | {"fr": short.encode()})[0].sentence


def test_another_work_another_language_and_two_masters_are_named() -> None:
    other = files()["fr"].replace(b"7-50-POL", b"8-50-POL")
    assert "another work" in concord(files() | {"fr": other})[0].sentence
    assert "says that it is of" in concord({"ar": files()["fr"]})[0].sentence
    twice = re.sub(rb"<FRBRmasterExpression [^>]*/>", b"", files()["ar"])
    assert "More than one" in concord(files() | {"ar": twice})[-1].sentence
