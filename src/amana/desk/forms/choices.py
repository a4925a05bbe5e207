"""The lists that forms choose from, in the reader's language, grouped as people know them."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from amana.accounts.api import User
from amana.desk.labels import EVENTS, STATE_KINDS
from amana.desk.lookups.directory import Directory, Named
from amana.desk.lookups.powers import own_bodies
from amana.kernel.authority import Authority
from amana.organisation.models import Attestation, Body, Term
from amana.texts.api import citations
from amana.texts.models import Node, NodeText, Work, WorkRecord

__all__ = ["Choices"]

List = list[tuple[str, Any]]
CITED = (
    Work.Kind.CHARTER, Work.Kind.RULES, Work.Kind.STATUTE, Work.Kind.REGULATIONS,
    Work.Kind.PRACTICE,
)  # fmt: skip


class Choices:
    """Lists by name, each made once, when a form asks for it."""

    def __init__(self, names: Directory, by: Authority, lang: str) -> None:
        self.names, self.by, self.lang = names, by, lang
        self._made: dict[str, List] = {}

    def of(self, name: str, *, empty: bool = True) -> List:
        """The list of that name, with an empty line where nothing need be chosen."""
        makers: dict[str, Callable[[], List]] = {
            "states": self.states, "bodies": self.bodies, "groups": self.groups,
            "persons": self.persons, "offices": self.offices, "rules": self.rules,
            "terms": self.terms, "answers": self.answers, "questions": self.questions,
            "kinds": self.kinds, "provisions": self.provisions, "rule_groups": rule_groups,
            "powers": powers, "held_by": held_by, "languages": languages,
            "sought": sought, "events": events, "state_kinds": state_kinds,
            "accounts": self.accounts,
        }  # fmt: skip
        if name not in self._made:
            self._made[name] = makers[name]()
        return [*([("", "—")] if empty else []), *self._made[name]]

    def states(self) -> List:
        """Every state."""
        return [(each.key, self._text(each)) for each in self.names.all("state", self.lang)]

    def bodies(self) -> List:
        """Bodies by kind; those of a head's own department first."""
        known, own = self.names.all("body", self.lang), own_bodies(self.by)
        grouped: dict[str, List] = {}
        for each in known:
            first = _("Your department") if each.key in own else ""
            kind = first or self.names.name("kind", each.group).text(self.lang)
            grouped.setdefault(kind, []).append((each.key, self._text(each)))
        return sorted(grouped.items(), key=lambda group: group[0] != _("Your department"))

    def groups(self) -> List:
        """The regional groups."""
        keys = set(Body.objects.filter(kind__is_group=True).values_list("key", flat=True))
        known = self.names.all("body", self.lang)
        return [(each.key, self._text(each)) for each in known if each.key in keys]

    def persons(self) -> List:
        """Every person on record."""
        return [(each.key, self._text(each)) for each in self.names.all("person", self.lang)]

    def offices(self) -> List:
        """Offices by body."""
        grouped: dict[str, List] = {}
        for each in self.names.all("office", self.lang):
            body = self.names.name("body", each.group).text(self.lang)
            grouped.setdefault(body, []).append((each.key, self._text(each)))
        return list(grouped.items())

    def rules(self) -> List:
        """Rules by group."""
        grouped: dict[str, List] = {}
        for each in self.names.all("rule", self.lang):
            grouped.setdefault(each.group, []).append((each.key, self._text(each)))
        labels = dict(rule_groups())
        return [(labels.get(group, group), rows) for group, rows in grouped.items()]

    def terms(self) -> List:
        """Terms that run or end on a day to come: one query."""
        lasts = Q(during__endswith__isnull=True) | Q(during__endswith__gt=self.by.on)
        rows = Term.objects.known().filter(lasts, seen=False)
        found = []
        for row in rows.select_related("office", "person", "state").order_by("office__position"):
            title = self.names.name("office", row.office.key).text(self.lang)
            kind, party = ("person", row.person) if row.person else ("state", row.state)
            holder = self.names.name(kind, party.key if party else "").text(self.lang)
            label = _("%(office)s: %(holder)s") % {"office": title, "holder": holder}
            found.append((str(row.fact), label))
        return found

    def questions(self) -> List:
        """Every question."""
        return [(each.key, self._text(each)) for each in self.names.all("question", self.lang)]

    def answers(self) -> List:
        """Every answer that is not the preferred one, under its question: one query."""
        grouped: dict[str, List] = {}
        rows = Attestation.objects.known().filter(preferred=False)
        for row in rows.order_by("question_key", "number"):
            question = self.names.name("question", row.question_key).text(self.lang)
            answer = (f"{row.question_key}#{row.number}", _short(row.value.text(self.lang), 120))
            grouped.setdefault(question, []).append(answer)
        return list(grouped.items())

    def kinds(self) -> List:
        """The kinds of bodies."""
        return [(each.key, self._text(each)) for each in self.names.all("kind", self.lang)]

    def accounts(self) -> List:
        """Every account, by its number: one query."""
        people = User.objects.values_list("pk", "name", "email")
        return [(str(pk), f"{name} <{email}>") for pk, name, email in people]

    def provisions(self) -> List:
        """The charters and other instruments with their provisions: five queries."""
        nodes = list(
            Node.objects.filter(work__kind__in=CITED).select_related("work").order_by("position")
        )
        headings = {
            text.node_id: text.heading for text in NodeText.objects.on(self.names.on)
        } if nodes else {}  # fmt: skip
        records = WorkRecord.objects.known().filter(work__kind__in=CITED).select_related("work")
        rows = list(records.order_by("-during"))
        cited = citations([*(row.work.key for row in rows), *(node.key for node in nodes)])
        found: List = []
        for row in rows:
            own = [node for node in nodes if node.work_id == row.work_id]
            title = cited[row.work.key].label.text(self.lang)
            lines = [(row.work.key, _("%(work)s, as a whole") % {"work": title})]
            for node in own:
                label = cited[node.key].label.text(self.lang)
                heading = headings.get(node.pk)
                said = f"{label}: {heading.text(self.lang)}" if heading else label
                lines.append((node.key, _short(said, 90)))
            found.append((title, lines))
        return found

    def _text(self, each: Named) -> str:
        return _short(each.names.text(self.lang), 110)


def rule_groups() -> List:
    """The groups of rules."""
    return [
        ("decision-making", _("Decision-making")), ("sessions", _("Sessions")),
        ("secretariat", _("Secretariat")), ("membership", _("Membership")),
        ("finance", _("Finance")), ("procedure", _("Procedure")), ("other", _("Other")),
    ]  # fmt: skip


def powers() -> List:
    """The powers that an office can give."""
    return [
        ("registrar", _("registrar: every act of the registry")),
        ("secretary-general", _("Secretary General: every act of the registry")),
        ("conference-officer", _("conference officer: sessions, delegations and their floors")),
        ("head-of-department", _("head of department: acts within the own department")),
    ]


def sought() -> List:
    """What one can apply for."""
    return [("member", _("a member")), ("observer", _("an observer"))]


def events() -> List:
    """What can befall a membership without changing it."""
    return [(kind, str(label)) for kind, label in EVENTS.items()]


def state_kinds() -> List:
    """What can stand in the list of states."""
    return [(kind, str(label)) for kind, label in STATE_KINDS.items()]


def held_by() -> List:
    """Who can hold an office."""
    return [("person", _("a person")), ("state", _("a state"))]


def languages() -> List:
    """The languages of the house, each by its own name."""
    return [("ar", "العربية"), ("en", "English"), ("fr", "Français")]


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
