"""What was before the meeting, in words: a draft, its paragraph, an amendment, a motion …"""

import re
from collections.abc import Mapping
from typing import Any

from amana.conferences.rules.floor.state import Floor, Moved
from amana.conferences.rules.record.phrases import (
    Names,
    Phrase,
    called,
    named,
    noun,
    of_delegations,
)
from amana.kernel.words import LANGS, Words

__all__ = ["MOTIONS", "amendment_named", "contest_named", "draft", "item_named", "question_named"]

_DRAFTS = {
    "resolution": noun("مشروع القرار", "draft resolution", "projet de résolution"),
    "decision": noun("مشروع المقرر", "draft decision", "projet de décision"),
    "declaration": noun("مشروع الإعلان", "draft declaration", "projet de déclaration"),
    "recommendation": noun("مشروع التوصية", "draft recommendation", "projet de recommandation"),
    "communique": noun("مشروع البيان", "draft communiqué", "projet de communiqué"),
    "report": noun("مشروع التقرير", "draft report", "projet de rapport"),
}  # fmt: skip
_AMENDMENT = noun("التعديل", "amendment", "amendement")
_SUB_AMENDMENT = noun("التعديل الفرعي", "sub-amendment", "sous-amendement")
_PARTS = {
    "PP": (Words("الفقرة {} من ديباجة", "preambular paragraph {} of", "{}e alinéa du préambule")),
    "OP": (Words("الفقرة {} من منطوق", "operative paragraph {} of", "paragraphe {} du dispositif")),
}
_PART = re.compile(r"(PP|OP)(\w+)")


def _motion(ar: str, en: str, fr: str) -> Phrase:
    return Phrase(f"اقتراح {ar}", f"the motion {en}", f"la motion {fr}", "", f"de la motion {fr}",
                  1, feminine=False, feminine_fr=True)  # fmt: skip


MOTIONS = {
    "suspend_meeting": _motion("تعليق الجلسة", "to suspend the meeting",
                               "de suspension de la séance"),
    "adjourn_meeting": _motion("رفع الجلسة", "to adjourn the meeting", "de levée de la séance"),
    "adjourn_debate": _motion("تأجيل المناقشة", "to adjourn the debate", "d'ajournement du débat"),
    "close_debate": _motion("إقفال باب المناقشة", "to close the debate", "de clôture du débat"),
    "resume_debate": _motion("استئناف المناقشة", "to resume the debate", "de reprise du débat"),
    "competence": _motion("البت في الاختصاص", "on competence", "sur la compétence"),
    "reconsideration": _motion("إعادة النظر", "to reconsider", "de nouvel examen"),
    "division": _motion("التصويت على الأجزاء كل على حدة", "for a separate vote on parts",
                        "de vote par division"),
    "order_of_voting": _motion("تحديد ترتيب التصويت", "on the order of voting",
                               "sur l'ordre du vote"),
    "time_limit": _motion("تحديد مدة الكلمات", "to limit the time of speeches",
                          "de limitation du temps de parole"),
    "important_question": _motion(
        "اعتبار المسألة مسألة مهمة", "to regard the question as important",
        "tendant à considérer la question comme importante",
    ),
    "waive_circulation": _motion("التجاوز عن مهلة التعميم", "to waive the time of circulation",
                                 "de dispense du délai de distribution"),
    "waive_financial_statement": _motion(
        "التجاوز عن بيان الآثار المالية", "to waive the statement of financial implications",
        "de dispense de l'état des incidences financières",
    ),
    "close_list": _motion("إقفال قائمة المتكلمين", "to close the list of speakers",
                          "de clôture de la liste des orateurs"),
    "reopen_list": _motion("إعادة فتح قائمة المتكلمين", "to reopen the list of speakers",
                           "de réouverture de la liste des orateurs"),
}  # fmt: skip
_AGENDA = noun("جدول الأعمال", "the agenda", "ordre du jour")
_APPEAL = noun("الطعن في قرار الرئاسة", "the appeal against the ruling of the Chair",
               "appel de la décision de la présidence")  # fmt: skip
_LIST = noun("إقفال قائمة المتكلمين", "the closing of the list of speakers",
             "clôture de la liste des orateurs", feminine_fr=True)  # fmt: skip
_REOPENING = noun("إعادة فتح قائمة المتكلمين", "the reopening of the list of speakers",
                  "réouverture de la liste des orateurs", feminine=True,
                  feminine_fr=True)  # fmt: skip


def question_named(floor: Floor, name: str, names: Names, *, titled: bool = False) -> Phrase:
    """What a question is called; one that nothing tells, by its own words.

    A draft is called by its id alone, or with its title behind it.
    """
    of, _, part = name.partition("/")
    if part:
        return _part(floor, of, part, names)
    if name in floor.motions:
        return motion_named(floor, floor.motions[name], names)
    if name in floor.texts.amendments and name not in floor.texts.proposals:
        return amendment_named(floor, name, names)
    if name in floor.texts.proposals:
        return draft(floor, name, names if titled else None)
    if name in floor.order.appeals:
        return _APPEAL
    return _other(floor, name, names)


def _other(floor: Floor, name: str, names: Names) -> Phrase:
    if name == "agenda":
        return _AGENDA
    state = floor.meeting.credentials_asked.get(name)
    if state:
        return _credentials(of_delegations([state], names))
    if "list" in name.lower():
        return _REOPENING if "open" in name.lower() else _LIST
    said = named(name, names)
    return called(
        noun("المسألة", "the question", "question", feminine=True, feminine_fr=True), said
    )


def _credentials(of: Phrase) -> Phrase:
    whose = f"pouvoirs {of.form('fr', 'de')}"
    return Phrase(
        f"وثائق تفويض {of.ar}", f"the credentials of {of.en}", f"les {whose}", "", f"des {whose}",
        3, feminine=True,
    )  # fmt: skip


def draft(floor: Floor, name: str, names: Names | None) -> Phrase:
    """A draft by its kind, its id and, unless no names are given, its title where it has one."""
    found = floor.texts.proposals.get(name)
    kind = str(found.more.get("kind", "resolution")) if found is not None else "resolution"
    phrase = with_id(_DRAFTS.get(kind, _DRAFTS["resolution"]), name)
    if names is None or found is None:
        return phrase
    title = names.get(name) or _title(found.more.get("title"))
    return called(phrase, title) if title else phrase


def _title(said: Any) -> Words:
    """A title as the log has it: in languages, or in one alone."""
    if isinstance(said, Mapping):
        return Words(*(str(said.get(lang) or "") for lang in LANGS))
    return Words(*([str(said)] * len(LANGS))) if said else Words()


def amendment_named(floor: Floor, name: str, names: Names) -> Phrase:
    """An amendment by its id; of an amendment, a sub-amendment."""
    found = floor.texts.amendments[name]
    sub = found.of in floor.texts.amendments and found.of not in floor.texts.proposals
    return with_id(_SUB_AMENDMENT if sub else _AMENDMENT, name)


def motion_named(floor: Floor, moved: Moved, names: Names) -> Phrase:
    """A motion by what it moves."""
    known = MOTIONS.get(moved.motion)
    if known is not None:
        return known
    said = moved.motion.replace("_", " ")
    return _motion(f"«{said}»", f"“{said}”", f"«\u00a0{said}\u00a0»")


def _part(floor: Floor, of: str, part: str, names: Names) -> Phrase:
    whole = question_named(floor, of, names)
    found = _PART.fullmatch(part)
    words = _PARTS[found[1]] if found else Words("الجزء {} من", "part {} of", "partie {}")
    number = found[2] if found else part
    ar, en, fr = (getattr(words, lang).format(number) for lang in ("ar", "en", "fr"))
    first = found is not None and found[1] == "PP" and number == "1"
    fr = "premier alinéa du préambule" if first else fr
    fr = f"{fr} {whole.form('fr', 'de')}"
    return noun(f"{ar} {whole.ar}", f"{en} {whole.en}", fr, feminine=found is not None,
                feminine_fr=found is None)  # fmt: skip


def with_id(phrase: Phrase, name: str) -> Phrase:
    """A phrase with the id of what it names."""
    return Phrase(
        f"{phrase.ar} {name}", f"{phrase.en} {name}", f"{phrase.fr} {name}", "",
        f"{phrase.form('fr', 'de')} {name}", phrase.number, phrase.feminine, phrase.feminine_fr,
    )  # fmt: skip


def item_named(item: str, names: Names) -> Phrase:
    """An item of the agenda by its number and, where it has one, its title."""
    phrase = with_id(_ITEM, item)
    return called(phrase, names[item]) if names.get(item) else phrase


_ITEM = noun("البند", "item", "point")


def contest_named(name: str, names: Names) -> Phrase:
    """An election by what it fills."""
    whole, _, part = name.partition("/")
    phrase = noun("انتخاب", "the election", "élection", feminine_fr=True)
    said = called(phrase, named(whole, names))
    if not part:
        return said
    return with_id(said, f"({part})")
