"""Exercises: texts of our own, of an organisation that exists nowhere. No text of anybody is here.

`resolution()` has the shape of a resolution of foreign ministers, `assembly()` that of a General
Assembly; `charter()`, `amending()` and `consolidated()` are one charter before and after.
"""

from datetime import date

from amana.kernel.marks import Mark
from amana.kernel.words import Words
from amana.texts.akn.document import (
    Active,
    Concept,
    Described,
    Document,
    Instrument,
    Party,
    Step,
    Verb,
)
from amana.texts.akn.names import class_of
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Operation, Place, fold
from amana.texts.rules.tree import Block, Unit, grow

ORGANISATION = Party("union", Words(ar="اتحاد التمرين", en="Exercise Union", fr="Union d’exercice"))
COUNCIL = Party(
    "union-council",
    Words(ar="مجلس الوزراء", en="Council of Ministers", fr="Conseil des ministres"),
)
ASSEMBLY = Party(
    "union-assembly", Words(ar="الجمعية العامة", en="General Assembly", fr="Assemblée générale")
)
_ABJAD = {"a": "أ", "b": "ب", "c": "ج"}
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def words(ar: str = "", en: str = "", fr: str = "") -> Words:
    """One text in three languages."""
    return Words(ar, en, fr)


def paragraph_number(number: str) -> Words:
    """As each language prints the number of a paragraph."""
    return Words(f"{number.translate(_EASTERN)}-", f"{number}.", f"{number}.")


def letter(number: str) -> Words:
    """As each language prints a letter."""
    return Words(f"({_ABJAD[number]})", f"({number})", f"{number})")


def roman(number: str, arabic: str) -> Words:
    """As each language prints a small roman number."""
    return Words(f"({arabic})", f"({number})", f"{number})")


def work(kind: str, number: str, title: Words, **others: object) -> Described:
    """A work of the exercise union."""
    values: dict[str, object] = {
        "shown": title, "author": COUNCIL, "editor": ORGANISATION,
        "adopted": Mark.parse("2024-08-29"), "jurisdiction": "aa-union",
    }  # fmt: skip
    doctype, subtype, name = class_of(kind)
    return Described(number, doctype, subtype, name, number, title=title, **values | others)  # type: ignore[arg-type]


RESOLUTION = grow([
    Block(Kind.SYMBOL, words("القرار رقم 7/50-س", "Resolution No. 7/50-POL",
                             "Résolution n° 7/50-POL")),
    Block(Kind.TITLE, words("بشأن محفوظات الأمانة", "On the archives of the Secretariat",
                            "Sur les archives du Secrétariat")),
    Block(Kind.FORMULA, words("إن مجلس الوزراء،", "The Council of Ministers,",
                              "Le Conseil des ministres,")),
    Block(Kind.PREAMBULAR, words("إذ يستذكر أهداف الاتحاد،", "Recalling the aims of the Union,",
                                 "Rappelant les buts de l’Union,")),
    Block(Kind.PREAMBULAR, words("وإذ يأخذ علمًا بتقرير الأمين،",
                                 "Taking note of the report of the Secretary,",
                                 "Prenant note du rapport du Secrétaire,")),
    Block(Kind.ENACTING, words("يقرر ما يلي:", "Decides as follows:", "Décide ce qui suit :")),
    Block(Kind.OPERATIVE, words("يدعو الدول الأعضاء إلى إيداع نسخ من الوثائق؛",
                                "Calls upon the Member States to deposit copies of documents;",
                                "Demande aux États membres de déposer copie des documents ;"),
          "1", printed=paragraph_number("1")),
    Block(Kind.OPERATIVE, words("يطلب من الأمين ما يلي:", "Requests the Secretary:",
                                "Prie le Secrétaire :"), "2", printed=paragraph_number("2")),
    Block(Kind.SUBPARAGRAPH, words("إنشاء سجل يتضمن:", "to establish a register of:",
                                   "d’établir un registre :"), "a", printed=letter("a")),
    Block(Kind.SUBSUBPARAGRAPH, words("القرارات؛", "resolutions;", "des résolutions ;"), "i",
          printed=roman("i", "١")),
    Block(Kind.SUBSUBPARAGRAPH, words("التقارير؛", "reports;", "des rapports ;"), "ii",
          printed=roman("ii", "٢")),
    Block(Kind.SUBPARAGRAPH, words("عقد اجتماع للخبراء؛", "to convene a meeting of experts;",
                                   "de convoquer une réunion d’experts ;"), "b",
          printed=letter("b")),
    Block(Kind.CONCLUSION, words("اعتُمد في ٢٩ أغسطس ٢٠٢٤", "Adopted on 29 August 2024",
                                 "Adoptée le 29 août 2024")),
    Block(Kind.ANNEX_HEADING, words("المرفق", "Annex", "Annexe"), "I",
          printed=words("المرفق الأول", "Annex I", "Annexe I")),
    Block(Kind.ANNEX_TITLE, words("خطة العمل", "Plan of action", "Plan d’action")),
    Block(Kind.ANNEX_PARAGRAPH, words("تُجمع الوثائق.", "Documents are collected.",
                                      "Les documents sont rassemblés."), "1",
          printed=paragraph_number("1")),
    Block(Kind.ANNEX_ITEM, words("ورقية؛", "on paper;", "sur papier ;"), "a", printed=letter("a")),
])  # fmt: skip


def resolution() -> Document:
    """A resolution of foreign ministers, with verbs, keywords and a step of procedure."""
    requests = Concept("requests", words("يطلب", "requests", "prie"))
    recalling = Concept("recalling", words("يستذكر", "recalling", "rappelant"))
    session = Concept("council-50", words("الدورة الخمسون", "50th session", "50e session"))
    title = words("محفوظات الأمانة", "Archives of the Secretariat", "Archives du Secrétariat")
    adopted = Concept("adopted", words("اعتُمد", "adopted", "adopté"))
    return Document(
        work("resolution", "7/50-POL", title, aliases=(("draft", "7/50-POL/L.1"),)),
        RESOLUTION,
        verbs={
            "para_2": Verb(requests, words("يطلب", "Requests", "Prie"), mandate=True),
            "preamble__container_1": Verb(recalling, words("إذ يستذكر", "Recalling", "Rappelant")),
        },
        steps=(Step(date(2024, 8, 27), COUNCIL, adopted, session),),
        keywords=(Concept("archives", words("المحفوظات", "archives", "archives")),),
    )  # fmt: skip


PARTS = grow([
    Block(Kind.SYMBOL, words("A/RES/90/12", "A/RES/90/12", "A/RES/90/12")),
    Block(Kind.TITLE, words("المياه", "Water", "Eau")),
    Block(Kind.FORMULA, words("إن الجمعية العامة،", "The General Assembly,",
                              "L’Assemblée générale,")),
    Block(Kind.PART_HEADING, words("الأنهار", "Rivers", "Cours d’eau"), "A",
          printed=words("ألف", "A", "A")),
    Block(Kind.PREAMBULAR, words("إذ تلاحظ قلة الأمطار،", "Noting the lack of rain,",
                                 "Constatant le manque de pluie,")),
    Block(Kind.OPERATIVE, words("تقرر مسح الأنهار؛", "Decides to survey rivers;",
                                "Décide d’étudier les cours d’eau ;"), "1",
          printed=paragraph_number("1")),
    Block(Kind.PART_HEADING, words("الآبار", "Wells", "Puits"), "B",
          printed=words("باء", "B", "B")),
    Block(Kind.FORMULA, words("إن الجمعية العامة،", "The General Assembly,",
                              "L’Assemblée générale,")),
    Block(Kind.PREAMBULAR, words("وإذ تشير إلى الجزء ألف،", "Recalling part A,",
                                 "Rappelant la partie A,")),
    Block(Kind.OPERATIVE, words("تقرر حفر الآبار.", "Decides to dig wells.",
                                "Décide de creuser des puits."), "1",
          printed=paragraph_number("1")),
])  # fmt: skip


def assembly() -> Document:
    """A resolution in lettered parts, each with a preamble and paragraphs of its own."""
    title = words("المياه", "Water", "Eau")
    return Document(work("resolution", "A/RES/90/12", title, author=ASSEMBLY), PARTS)


def article(number: str) -> Words:
    """As each language prints the number of an article."""
    return Words(f"المادة {number.translate(_EASTERN)}", f"Article {number}", f"Article {number}")


def chapter(number: str, arabic: str) -> Words:
    """As each language prints the number of a chapter."""
    return Words(f"الفصل {arabic}", f"Chapter {number}", f"Chapitre {number}")


ORIGINAL = grow([
    Block(Kind.TITLE, words("ميثاق التمرين", "Exercise charter", "Charte d’exercice")),
    Block(Kind.FORMULA, words("إن الدول الأعضاء،", "The Member States,", "Les États membres,")),
    Block(Kind.PREAMBULAR, words("تصميمًا منها على التضامن،", "Determined to act together,",
                                 "Résolus à agir ensemble,")),
    Block(Kind.CHAPTER, num="I", heading=words("الأهداف", "Aims", "Buts"),
          printed=chapter("I", "الأول")),
    Block(Kind.ARTICLE, num="1", heading=words("الأهداف", "Aims", "Buts"), printed=article("1")),
    Block(Kind.PARAGRAPH, words("الهدف هو التعاون.", "The aim is cooperation.",
                                "Le but est la coopération."), "1", printed=paragraph_number("1")),
    Block(Kind.ARTICLE, num="2", heading=words("المبادئ", "Principles", "Principes"),
          printed=article("2")),
    Block(Kind.PARAGRAPH, words("الأعضاء متساوون.", "Members are equal.",
                                "Les membres sont égaux."), "1", printed=paragraph_number("1")),
    Block(Kind.PARAGRAPH, words("وهم متضامنون:", "They stand together:", "Ils sont solidaires :"),
          "2", printed=paragraph_number("2")),
    Block(Kind.POINT, words("في السراء؛", "in good times;", "dans la joie ;"), "a",
          printed=letter("a")),
    Block(Kind.POINT, words("وفي الضراء.", "and in bad.", "et dans la peine."), "b",
          printed=letter("b")),
    Block(Kind.CHAPTER, num="II", heading=words("الأجهزة", "Organs", "Organes"),
          printed=chapter("II", "الثاني")),
    Block(Kind.ARTICLE, num="3", heading=words("الأجهزة", "Organs", "Organes"),
          printed=article("3")),
    Block(Kind.PARAGRAPH, words("الأجهزة هي المؤتمر والأمانة.",
                                "The organs are the Conference and the Secretariat.",
                                "Les organes sont la Conférence et le Secrétariat."), "1",
          printed=paragraph_number("1")),
    Block(Kind.ARTICLE, words("تسري أحكام مؤقتة.", "Transitional provisions apply.",
                              "Des dispositions transitoires s’appliquent."), "4",
          words("أحكام مؤقتة", "Transition", "Transition"), article("4")),
    Block(Kind.CONCLUSION, words("حُرر بثلاث لغات.", "Done in three languages.",
                                 "Fait en trois langues.")),
    Block(Kind.ANNEX, words("شعار الاتحاد نجمة.", "The emblem is a star.",
                            "L’emblème est une étoile."), "1",
          words("الشعار", "Emblem", "Emblème"), words("الملحق ١", "Annex 1", "Annexe 1")),
])  # fmt: skip

CHARTER = work(
    "charter", "charter", words("ميثاق التمرين", "Exercise charter", "Charte d’exercice"),
    author=ORGANISATION, adopted=Mark.parse("1972-03-04"), in_force=date(1973, 2, 28),
)  # fmt: skip
AMENDER = work(
    "resolution", "2/11-ORG", words("القرار 2/11-ت", "Resolution 2/11-ORG", "Résolution 2/11-ORG"),
    adopted=Mark.parse("2008-03-14"),
)  # fmt: skip


def charter() -> Document:
    """The charter as first adopted."""
    return Document(CHARTER, ORIGINAL)


DEFINITIONS = grow([
    Block(Kind.ARTICLE, num="1a", heading=words("التعاريف", "Definitions", "Définitions"),
          printed=article("1a"), wid="art_1a"),
    Block(Kind.PARAGRAPH, words("العضو هو الدولة العضو.", "Member means a Member State.",
                                "Membre s’entend d’un État membre."), "1",
          printed=paragraph_number("1"), wid="art_1a__para_1"),
])  # fmt: skip
NEW_ORGANS = words("القمة والمجلس والأمانة", "the Summit, the Council and the Secretariat",
                   "le Sommet, le Conseil et le Secrétariat")  # fmt: skip
OPERATIONS = (
    Operation("op-1", Change.INSERT, "art_1", date(2008, 3, 14), order=1, place=Place.AFTER,
              units=DEFINITIONS, instrument="res-2-11#para_1"),
    Operation("op-2", Change.SUBSTITUTE, "art_3__para_1", date(2008, 3, 14), order=2,
              old=words("المؤتمر والأمانة", "the Conference and the Secretariat",
                        "la Conférence et le Secrétariat"),
              new=NEW_ORGANS, instrument="res-2-11#para_2"),
    Operation("op-3", Change.REPEAL, "art_4", date(2012, 1, 1), instrument="res-5-39#para_3"),
    Operation("op-4", Change.RENUMBER, "art_2", date(2012, 1, 1), order=1, num="2bis",
              printed=article("2bis"), instrument="res-5-39#para_4"),
    Operation("op-5", Change.REPEAL, "art_1", None, event="ratified", instrument="res-9-44#para_1"),
)  # fmt: skip


def consolidated() -> Document:
    """The charter after four operations on two days; a fifth waits for an event."""
    standing = fold(ORIGINAL, OPERATIONS, date(2020, 1, 1))
    applied = tuple(each.operation for each in standing.outcomes if each.operation.on)
    other = work("resolution", "5/39-ORG", AMENDER.title, adopted=Mark.parse("2011-12"))
    instruments = {
        "res-2-11": Instrument(AMENDER.uri, AMENDER.shown),
        "res-5-39": Instrument(other.uri, Words(en="Resolution 5/39-ORG")),
    }
    return Document(CHARTER, standing.units, applied, instruments)


AMENDING = grow([
    Block(Kind.SYMBOL, words("القرار 2/11-ت", "Resolution 2/11-ORG", "Résolution 2/11-ORG")),
    Block(Kind.FORMULA, words("إن المجلس،", "The Council,", "Le Conseil,")),
    Block(Kind.OPERATIVE, words("يقرر إدراج المادة التالية بعد المادة ١:",
                                "Decides to insert after Article 1 the following Article:",
                                "Décide d’insérer après l’article 1 l’article suivant :"), "1",
          printed=paragraph_number("1")),
    Block(Kind.OPERATIVE, words(
        "يقرر الاستعاضة في المادة ٣ عن عبارة «المؤتمر والأمانة» بعبارة «القمة والمجلس والأمانة».",
        "Decides to replace “the Conference and the Secretariat” in Article 3 by “the Summit, the "
        "Council and the Secretariat”.",
        "Décide de remplacer à l’article 3 « la Conférence et le Secrétariat » par « le Sommet, le "
        "Conseil et le Secrétariat »."), "2", printed=paragraph_number("2")),
])  # fmt: skip


def amending() -> Document:
    """The resolution that made the first two changes."""
    of = Instrument(CHARTER.uri, CHARTER.shown)
    return Document(
        AMENDER, AMENDING,
        active=(Active("para_1", OPERATIONS[0], of), Active("para_2", OPERATIONS[1], of)),
    )  # fmt: skip


ALL = {
    "resolution": resolution, "assembly": assembly, "charter": charter,
    "consolidated": consolidated, "amending": amending,
}  # fmt: skip


def in_one(units: tuple[Unit, ...], lang: str) -> list[Block]:
    """The blocks of a tree in one language."""
    from amana.texts.rules.tree import flatten

    def only(of: Words) -> Words:
        return Words(**{lang: getattr(of, lang)})

    return [
        Block(
            each.kind, only(each.text), each.num, only(each.heading), only(each.printed), each.wid
        )
        for each in flatten(units)
    ]
