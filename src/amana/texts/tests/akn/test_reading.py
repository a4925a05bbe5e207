"""Files read back: our own exactly, those of others as far as they go, hostile ones not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.texts.akn.hardened import LARGEST
from amana.texts.akn.names import NS
from amana.texts.akn.reading import Read, read
from amana.texts.akn.writing import write
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import grow
from amana.texts.tests.akn.exercises import ALL, RESOLUTION, consolidated, in_one, resolution

OLD = ("http://www.akomantoso.org/1.0", "http://www.akomantoso.org/2.0",
       "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13",
       "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD17")  # fmt: skip


def foreign(body: str, *, doctype: str = "act", lang: str = "eng", part: str = "body",
            namespace: str = NS, front: str = "") -> Read:  # fmt: skip
    """A file by another hand: metadata as bare as may be, pretty-printed."""
    return read(
        f"""<?xml version="1.0"?>
<akomaNtoso xmlns="{namespace}">
  <{doctype} name="act">
    <meta><identification source="#x"><FRBRWork><FRBRuri value="/akn/xx/act/1999/5"/>
      <FRBRdate date="1999-01-01" name="g"/><FRBRnumber value="5" showAs="Act 5"/></FRBRWork>
      <FRBRExpression><FRBRdate date="2001-02-03" name="e"/><FRBRlanguage language="{lang}"/>
      </FRBRExpression></identification></meta>
    {front}
    <{part}>{body}</{part}>
  </{doctype}>
</akomaNtoso>""".encode()
    )


def rows(done: Read) -> list[tuple[str, str, str]]:
    return [(str(each.kind), each.num, getattr(each.text, done.lang)) for each in done.blocks]


def codes(done: Read) -> list[str]:
    return [doubt.code for doubt in done.doubts]


@pytest.mark.parametrize("name", ALL)
def test_our_own_files_read_back_exactly(name: str) -> None:
    document = ALL[name]()
    for lang in LANGS:
        done = read(write(document, lang))
        assert done.blocks == in_one(document.units, lang)
        assert done.doubts == []


def test_three_languages_read_back_are_one_tree() -> None:
    trees = [grow(read(write(resolution(), lang)).blocks) for lang in LANGS]
    shapes = [[(unit.wid, unit.kind, unit.num) for unit in tree] for tree in trees]
    assert shapes[0] == shapes[1] == shapes[2]
    assert [unit.wid for unit in trees[0]] == [unit.wid for unit in RESOLUTION]


def test_the_metadata_say_what_the_work_is() -> None:
    meta = read(write(consolidated(), "fr")).meta
    assert meta.kind == "charter"
    assert (meta.number, meta.shown, meta.title) == (
        "charter",
        "Charte d’exercice",
        "Charte d’exercice",
    )
    assert (meta.date, meta.expression_date, meta.version) == ("1972-03-04", "2012-01-01", "3")
    assert meta.master.endswith("/eng@1972-03-04")


def test_a_repealed_provision_reads_as_a_place_without_words() -> None:
    gone = next(each for each in read(write(consolidated(), "en")).blocks if each.wid == "art_4")
    assert (gone.num, gone.text.en, gone.heading.en) == ("4", "", "Transition")


@pytest.mark.parametrize("namespace", OLD)
def test_older_namespaces_are_read_and_said(namespace: str) -> None:
    body = "<article eId='art_1'><num>Article 1</num><content><p>Words.</p></content></article>"
    done = foreign(body, namespace=namespace)
    assert rows(done) == [("article", "1", "Words.")]
    assert codes(done) == ["akn.older"]
    assert "3.0" in done.doubts[0].sentence("fr")


def test_white_space_of_a_pretty_printer_is_folded() -> None:
    done = foreign(
        "<article><num>\n  Article 1.\n</num><content>\n<p>\n   One\n\t two <i> three</i>\n</p>"
        "</content></article>"
    )
    assert rows(done) == [("article", "1", "One two three")]
    assert done.blocks[0].printed.en == "Article 1."


def test_sections_lists_and_closing_words_of_others_find_their_nearest_kind() -> None:
    done = foreign("""
      <title><num>Title I</num><heading>General</heading>
      <section eId="sec_4"><num>4.</num><heading>Fees</heading>
        <subsection eId="sec_4__subsec_1"><num>(1)</num><intro><p>The fee is</p></intro>
          <list><intro><p>as follows:</p></intro>
            <point><num>(a)</num><content><p>one;</p></content></point>
            <indent><num>-</num><content><p>two.</p></content></indent></list>
          <wrapUp><p>and no more.</p></wrapUp>
        </subsection>
      </section></title>""")
    assert rows(done) == [
        ("chapter", "I", ""), ("section", "4", ""), ("paragraph", "1", "The fee is"),
        ("paragraph", "", "as follows:"), ("point", "a", "one;"), ("point", "", "two."),
        ("paragraph", "", "and no more."),
    ]  # fmt: skip
    assert codes(done).count("akn.taken") >= 3
    assert all(doubt.line > 0 for doubt in done.doubts)
    assert all(doubt.sentence(lang) for doubt in done.doubts for lang in LANGS)


def test_items_of_a_list_in_the_words_are_points() -> None:
    done = foreign("""<paragraph eId="para_1"><num>1.</num><content><p>Requests:</p><blockList>
      <listIntroduction>namely</listIntroduction>
      <item><num>(a)</num><p>a list;</p>
      <blockList><item><num>(i)</num><p>a sublist.</p></item></blockList>
      </item></blockList></content></paragraph>""",
                   doctype="statement", part="mainBody")  # fmt: skip
    assert rows(done) == [
        ("operative", "1", "Requests:\nnamely"), ("subparagraph", "a", "a list;"),
        ("subsubparagraph", "i", "a sublist."),
    ]  # fmt: skip


def test_arabic_numbers_of_others_become_numbers_of_the_house() -> None:
    done = foreign("""<paragraph eId="para_١"><num>١-</num><intro><p>يطلب:</p></intro>
      <subparagraph eId="para_١__subpara_أ"><num>(أ)</num>
        <content><p>سجلا؛</p></content></subparagraph>
      <subparagraph><num>(ب)</num><content><p>وتقريرا.</p></content></subparagraph></paragraph>""",
                   doctype="statement", part="mainBody", lang="ara")  # fmt: skip
    assert rows(done) == [
        ("operative", "1", "يطلب:"), ("subparagraph", "a", "سجلا؛"),
        ("subparagraph", "b", "وتقريرا."),
    ]  # fmt: skip
    assert [unit.eid for unit in grow(done.blocks)[0].children] == [
        "para_1__subpara_a",
        "para_1__subpara_b",
    ]


def test_preambles_of_others() -> None:
    done = foreign(
        "<article><content><p>x</p></content></article>",
        front="""<preface><longTitle>
      <p>An Act <docTitle>On water</docTitle></p></longTitle><p>Gazette 7</p></preface>
      <preamble><p>Whereas a,</p>
      <citations><citation><p>Having regard to b,</p></citation></citations>
      <container name="c"><p eId="p_1">noting c,</p><p eId="p_2">noting d,</p></container>
      </preamble>""",
    )
    assert rows(done)[:5] == [
        ("title", "", "On water"), ("preambular", "", "Whereas a,"),
        ("preambular", "", "Having regard to b,"), ("preambular", "", "noting c,"),
        ("preambular", "", "noting d,"),
    ]  # fmt: skip
    assert codes(done) == ["akn.left-out"]


def test_notes_tables_and_quotations_are_kept_or_named() -> None:
    done = foreign("""<article eId="art_1"><content>
      <p>Text<authorialNote><p>a note</p></authorialNote>.</p>
      <table><tr><td><p>a</p></td><td><p>b</p></td></tr></table></content></article>
      <article eId="art_2"><content><p><mod>Insert <quotedStructure startQuote="“" endQuote="”">
      <article><num>9</num><content><p>New.</p></content></article></quotedStructure></mod></p></content>
      </article><foreign/>""")
    assert rows(done) == [("article", "", "Text.\na | b"), ("article", "", "Insert “\n9\nNew.”")]
    assert codes(done) == ["akn.note", "akn.quoted", "akn.left-out"]


def test_an_annex_of_others() -> None:
    xml = f"""<akomaNtoso xmlns="{NS}"><statement name="resolution"><mainBody xml:lang="en">
      <p>Flat.</p></mainBody><attachments><attachment eId="att_1"><num>Annex 2</num>
      <heading>Forms</heading><doc name="annex"><meta/><mainBody><p>Form A.</p>
      <paragraph><num>1</num><content><p>Field.</p>
      </content></paragraph></mainBody></doc></attachment></attachments></statement></akomaNtoso>"""
    assert rows(read(xml.encode())) == [
        ("operative", "", "Flat."), ("annex_heading", "1", "Forms"),
        ("annex_paragraph", "", "Form A."), ("annex_paragraph", "1", "Field."),
    ]  # fmt: skip


def test_of_a_collection_the_first_document_is_read() -> None:
    inner = "".join(
        f"<component><act name='a'><body><article><content><p>{word}</p></content></article>"
        "</body></act></component>" for word in ("one", "two")
    )  # fmt: skip
    xml = (f"<akomaNtoso xmlns='{NS}'><documentCollection name='c'><collectionBody>{inner}"
           "</collectionBody></documentCollection></akomaNtoso>")  # fmt: skip
    done = read(xml.encode())
    assert rows(done) == [("article", "", "one")]
    assert codes(done) == ["akn.collection", "akn.language-guessed"]


@pytest.mark.parametrize(
    ("said", "lang"),
    [("يطلب من الأمين العام تقريرا", "ar"), ("Requests a report of 12 pages", "en"), ("", "en")],
)
def test_a_language_that_is_not_named_is_told_by_its_letters(said: str, lang: str) -> None:
    doc = f"<doc name='d'><mainBody><p>{said}</p></mainBody></doc>"
    done = read(f"<akomaNtoso xmlns='{NS}'>{doc}</akomaNtoso>".encode())
    assert done.lang == lang
    assert "akn.language-guessed" in codes(done)


def refused(xml: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read(xml)
    for lang in LANGS:
        assert caught.value.sentence(lang)
    return caught.value


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(12))


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/evil.dtd">',
        '<!DOCTYPE a PUBLIC "-//X//Y" "http://127.0.0.1:9/evil.dtd">',
        f"<!DOCTYPE a [{LAUGHS}]>",
        "<!DOCTYPE a>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_and_nothing_is_fetched(head: str, encoding: str) -> None:
    body = (
        f"<akomaNtoso xmlns='{NS}'><doc name='&x;'><mainBody>&x;&l11;</mainBody></doc></akomaNtoso>"
    )
    plain = body.replace("&x;", "").replace("&l11;", "")
    for said in (body, plain):
        xml = f'<?xml version="1.0" encoding="{encoding}"?>{head}{said}'.encode(encoding)
        assert refused(xml).code == "akn.hostile"


def test_what_is_no_xml_says_where_reading_stopped() -> None:
    refusal = refused(b"<akomaNtoso>\n<act>\n</akomaNtoso>")
    assert (refusal.code, refusal.facts["line"]) == ("akn.unreadable", 3)
    for xml in (b"", b"\x00", b"PK\x03\x04", b"<?xml version='1.0' encoding='nonsense'?><a/>"):
        assert refused(xml).code == "akn.unreadable"


def test_what_is_too_large_or_too_deep_or_something_else_is_refused() -> None:
    assert refused(b" " * (LARGEST + 1)).code == "akn.too-large"
    assert refused(b"<a>" * 5000 + b"</a>" * 5000).code == "akn.unreadable"
    assert refused(b"<html/>").code == "akn.not-akn"
    assert refused(f"<akomaNtoso xmlns='{NS}'/>".encode()).code == "akn.not-akn"


def test_a_language_of_nobody_here_is_refused() -> None:
    xml = write(resolution(), "en").replace(b'language="eng"', b'language="spa"')
    assert refused(xml).code == "akn.language"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for xml in (data, f"<akomaNtoso xmlns='{NS}'><act>".encode() + data + b"</act></akomaNtoso>"):
        try:
            said = read(xml).lang
        except Refusal as refusal:
            said = refusal.sentence()
        assert said


NAMES = st.sampled_from([
    "p", "num", "heading", "content", "intro", "wrapUp", "list", "point", "article", "part",
    "section", "blockList", "item", "table", "tr", "td", "container", "formula", "recitals",
    "recital", "preamble", "preface", "docTitle", "docNumber", "conclusions", "attachments",
    "attachment", "doc", "mainBody", "body", "crossHeading", "hcontainer", "quotedStructure", "mod",
    "authorialNote", "br", "unheard-of",
])  # fmt: skip
ELEMENT = st.recursive(
    st.tuples(NAMES, st.just([])),
    lambda inner: st.tuples(NAMES, st.lists(inner, max_size=4)), max_leaves=25,
)  # fmt: skip


def written(element: tuple[str, list]) -> str:  # type: ignore[type-arg]
    name, inner = element
    return f"<{name} eId='x_1'>t{''.join(map(written, inner))}</{name}>"


@given(st.lists(ELEMENT, max_size=5), st.sampled_from(["act", "statement", "doc"]))
def test_any_nest_of_elements_gives_blocks(elements: list, of: str) -> None:  # type: ignore[type-arg]
    inside = "".join(map(written, elements))
    done = read(f"<akomaNtoso xmlns='{NS}'><{of} name='n'>{inside}</{of}></akomaNtoso>".encode())
    assert all(isinstance(each.kind, Kind) for each in done.blocks)
    assert len(list(grow(done.blocks))) <= len(done.blocks)
