"""What kinds of facts, their fields and the acts of other rooms are called on the desk's pages."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from amana.conferences.acts.verbs import VERBS as OF_SESSIONS
from amana.finance.wording import KINDS
from amana.kernel.words import Words
from amana.organisation.acts import VERBS
from amana.texts.acts.verbs import VERBS as OF_TEXTS
from amana.texts.pages.drafting.labels import BLOCKS, STAGES, STATES

__all__ = [
    "CONFIDENCE", "EVENTS", "FIELDS", "LANGUAGES", "LISTED", "MODELS", "STATE_KINDS", "SUBJECTS",
    "VALUES", "actor_label", "field_label", "model_label", "subject_label", "verb_label",
]  # fmt: skip

MODELS: dict[str, Any] = {
    "organisation.State": _("State"),
    "organisation.StateName": _("Name of a state"),
    "organisation.Establishment": _("Existence of a body"),
    "organisation.BodyName": _("Name of a body"),
    "organisation.Placement": _("Place of a body in the organisation"),
    "organisation.Seat": _("Seat of a body"),
    "organisation.Membership": _("Membership"),
    "organisation.Suspension": _("Suspension"),
    "organisation.VoteExemption": _("Exemption from the suspension of the vote"),
    "organisation.Application": _("Application"),
    "organisation.StatusEvent": _("Event of a membership"),
    "organisation.PersonName": _("Name of a person"),
    "organisation.Post": _("Office"),
    "organisation.Term": _("Term of office"),
    "organisation.Rule": _("Rule"),
    "organisation.Question": _("Question"),
    "organisation.Attestation": _("Answer of a source"),
    "organisation.Body": _("Body"),
    "organisation.Person": _("Person"),
    "organisation.Office": _("Office"),
    "organisation.RuleName": _("Rule"),
    "texts.WorkRecord": _("Text"),
    "texts.NodeText": _("Provision of a text"),
    "texts.Governs": _("What provisions govern"),
    "texts.Modification": _("Change to a text"),
    "conferences.Sitting": _("Session"),
    "conferences.Duty": _("Duty on the floor"),
    "finance.PublicFigure": _("Figure of finance"),
    "texts.Operation": _("Change to provisions"),
    "texts.WorkEvent": _("Event of a text"),
    "texts.DraftRecord": _("Draft"),
    "texts.DraftBlock": _("Paragraph of a draft"),
    "texts.SetAside": _("Wording set aside"),
    "texts.Milestone": _("Version of a draft"),
    "texts.Release": _("Release of a text"),
    "texts.Rendition": _("File of a text"),
}

# What an act can be about: the word before the colon of its subject.
SUBJECTS: dict[str, Any] = {
    "account": pgettext_lazy("one record", "Account"), "body": pgettext_lazy("one record", "Body"),
    "condition": pgettext_lazy("one record", "Rule of convening"),
    "convening": pgettext_lazy("one record", "Convening"),
    "deadline": pgettext_lazy("one record", "Deadline"),
    "delegation": pgettext_lazy("one record", "Delegation"),
    "document": pgettext_lazy("one record", "Document of an item"),
    "draft": _("Draft"), "figure": _("Public figure"), "membership": _("Membership"),
    "item": pgettext_lazy("one record", "Item of an agenda"),
    "letter": pgettext_lazy("one record", "Letter"),
    "log": pgettext_lazy("one record", "Floor"), "meeting": pgettext_lazy("one record", "Meeting"),
    "passage": pgettext_lazy("one record", "Check-in"),
    "recommendation": pgettext_lazy("one record", "Recommendation"),
    "room": pgettext_lazy("one record", "Room"),
    "standing": pgettext_lazy("one record", "Standing item"),
    "office": pgettext_lazy("one record", "Office"), "pack": _("Pack of facts"),
    "person": pgettext_lazy("one record", "Person"),
    "provision": pgettext_lazy("one record", "Provision"),
    "question": pgettext_lazy("one record", "Question"),
    "rule": pgettext_lazy("one record", "Rule"),
    "session": pgettext_lazy("one record", "Session"),
    "state": pgettext_lazy("one record", "State"), "work": pgettext_lazy("one record", "Text"),
}  # fmt: skip

FIELDS: dict[str, Any] = {
    "about": _("About"), "account": _("Account"), "added": _("Facts added"),
    "changed": _("Facts changed"), "unchanged": _("Facts unchanged"), "version": _("Version"),
    "distribution": _("Distribution"), "sensitivity": _("Sensitivity"), "readers": _("Readers"),
    "account_ended": _("Account no longer linked"),
    "acronym": _("Abbreviation"), "acting": _("Acting"), "administrator": _("Administrator"),
    "adopted": _("Adopted"), "alpha2": _("Code of two letters"),
    "alpha3": _("Code of three letters"), "adopted_by": _("Adopted by"), "amount": _("Amount"),
    "approved_by": _("Approved by"), "basis": _("Basis"), "body": _("Body"),
    "canonical": _("Symbol, in one form"), "change": _("Change"),
    "charter_party": _("Party to the Charter"), "chief": _("Heads its body"), "city": _("City"),
    "cited_only": _("Known by citation only"), "cluster": _("Cluster"),
    "composition": _("Composition"), "confidence": _("Confidence"), "conflict": _("Disputed"),
    "count": _("Count"), "currency": _("Currency"), "decided_by": _("Decided by"),
    "detail": _("Of single fields"), "dissolved_by": _("Dissolved by"),
    "document": _("Document"), "documents": _("Documents"), "during": _("Days"),
    "elected": _("Chosen on"), "elected_by": _("Chosen by"), "end_reason": _("Why it ended"),
    "entity": _("Of whom"), "established_by": _("Established by"), "evidence": _("Evidence"),
    "expected_end": _("Expected end"), "fiscal_year": _("Financial year"),
    "founding": _("Founding member"), "functions": _("Functions"), "group": _("Regional group"),
    "headed_by": _("Headed by"), "heading": _("Heading"), "held_by": _("Held by"),
    "hijri": _("Hijri day as printed"), "hijri_reported": _("Hijri day as reported"),
    "hijri_until": _("Hijri day of the end as printed"), "in_force": _("In force"),
    "itinerant": _("Moves with its host"), "key": _("Key"), "kind": _("Kind"),
    "language": _("Language"), "languages": _("Languages"), "lifted_by": _("Lifted by"),
    "member_body": _("Organisation"), "min_members": _("Least number of members"),
    "name": _("Rule"), "names": _("Name"), "nationality": _("Nationality"), "node": _("Provision"),
    "note": _("Note"), "number": _("Number"), "of": _("What is suspended"),
    "office": _("Office"), "official": _("Official name"), "on": _("Day"),
    "ordinal": _("Number in order"), "original_language": _("Original language"),
    "parent": _("Stands under"), "password": _("Has a password"), "person": _("Person"),
    "place": _("Place"), "powers": _("Powers"), "preferred": _("Preferred"),
    "provisional": _("Provisional"), "question": _("Question"),
    "question_key": _("Question"), "rank": _("Rank"), "reason": _("Reason"),
    "registration": _("Registration"), "renewals": _("Renewals allowed"),
    "replaces": _("Replaces"), "role": _("Role"), "seat": _("Seat number"),
    "seats": _("Number of seats"), "sections": _("Sections"),
    "seen": _("Only seen in office on that day"), "session": _("Session"),
    "short": _("Short title"), "shown": _("As shown to readers"), "since": _("First day"),
    "since_mark": _("Since"), "sought": _("Sought"), "sources": _("Sources"),
    "spellings": _("Other spellings"), "state": _("State"), "status": _("Status"),
    "subject": _("Subject"), "summary": _("Summary"), "symbol": _("Symbol"),
    "symbol_inferred": _("Symbol was inferred"), "symbol_original": _("Symbol as printed"),
    "tags": _("Tags"), "term_basis": _("Basis of the length of the term"),
    "term_rule": _("Rule of the length of the term"), "text": _("What it says"),
    "theme": _("Theme"), "title": _("Title"), "title_lang": _("Language of the title"),
    "title_truncated": _("Title is cut short"), "title_unverified": _("Title is not verified"),
    "unit": _("Unit"), "unknown": _("Value is not known"), "until": _("First day after it"),
    "until_event": _("Until what happens"), "until_mark": _("Until"), "value": _("Value"),
    "why": _("Why"), "wid": _("Provision"), "wids": _("Provisions"), "withdrawn": _("Withdrawn"),
    "work": _("Text"),
    "block": _("Paragraph"), "draft": _("Draft"), "master": _("Drafted in"),
    "missing": _("Languages left behind"),
    "printed": _("Number as printed"), "sha256": _("Fingerprint"), "stage": _("Stage"),
    "states": _("State of the language"), "wanted": _("Translation needed by"),
}  # fmt: skip

# As the pages of a state say it, too.
EVENTS: dict[str, Any] = {
    "recognition_dispute": _("Its representation was disputed"),
    "membership_contested": _("Its membership was contested"),
    "suspension_recommended": _("Its suspension was recommended"),
    "reinstatement_decided": _("Its return was decided"),
    "unification": _("Two seats became one"),
}
STATE_KINDS: dict[str, Any] = {
    "state": _("a state"), "former_state": _("a former state"),
    "designation": _("a designation used in place of a name"), "community": _("a community"),
}  # fmt: skip

_NOT_SEEN = {
    "approved_budget": _("Budget approved; its amount was not seen"),
    "draft_budget": _("Draft budget; its amount was not seen"),
}

CONFIDENCE = (
    ("", _("not stated")),
    ("high", _("high: confirmed by independent sources or by the text itself")),
    ("medium", _("medium: one good source, or sources that agree in part")),
    ("low", _("low: a single weak source, to be confirmed")),
)

# Codes that a field may hold, as people say them.
LANGUAGES = {"ar": _("Arabic"), "en": _("English"), "fr": _("French")}
_STATUS = {"member": _("member"), "observer": _("observer")}
VALUES: dict[str, dict[str, Any]] = {
    "confidence": dict(CONFIDENCE),
    "kind": {
        **EVENTS, **STATE_KINDS, **KINDS,
        **{kind.value: label for kind, label in BLOCKS.items()},
        **{f"{kind}_amount_not_seen": _NOT_SEEN[kind] for kind in _NOT_SEEN},
    },
    "status": _STATUS, "sought": _STATUS,
    "of": {"participation": _("participation"), "vote": _("the vote")},
    "title_lang": LANGUAGES, "language": LANGUAGES, "languages": LANGUAGES,
    "master": LANGUAGES, "missing": LANGUAGES,
    "states": {state.value: label for state, label in STATES.items()},
    "stage": {stage.value: label for stage, (label, _sign) in STAGES.items()},
    "powers": {
        "registrar": _("registrar"), "secretary-general": _("Secretary General"),
        "head-of-department": _("head of department"), "administrator": _("Administrator"),
        "conference-officer": _("conference officer"),
        "drafter": _("drafter of texts"), "releaser": _("releaser of texts"),
    },
    "distribution": {
        "general": pgettext_lazy("distribution", "general"),
        "limited": pgettext_lazy("distribution", "limited"),
        "restricted": pgettext_lazy("distribution", "restricted"),
    },
    "sensitivity": {
        "open": pgettext_lazy("sensitivity", "open"),
        "confidential": pgettext_lazy("sensitivity", "confidential"),
        "secret": pgettext_lazy("sensitivity", "secret"),
    },
    "sources": {"general-knowledge": _("general knowledge, no document at hand")},
}  # fmt: skip

# The acts of the other rooms that the register knows.
ELSEWHERE: dict[str, Any] = {
    "create": _("make an account"), "set up": _("set up the first account"),
    "accept invitation": _("accept an invitation"), "set password": _("set a password"),
    "describe": _("describe an account"), "close": _("close an account"),
    "reopen": _("reopen an account"), "invite": _("renew an invitation"),
    "forget factors": _("forget the factors of an account"),
    "add factor": _("add a factor"), "remove factor": _("remove a factor"),
    "load": _("load a pack"), "work.record": _("record a text"),
    "membership.record": _("record a membership"), "body.name": _("record the name of a body"),
    "session.record": _("record a session"), "body.place": _("record the place of a body"),
    "provision.record": _("record a provision"), "state.name": _("record the name of a state"),
    "rule.record": _("record a rule"), "seat.record": _("record a seat"),
    "term.record": _("record a term of office"), "person.name": _("record the name of a person"),
    "attestation.record": _("record what a source says"),
    "subject.record": _("record what provisions govern"), "figure.record": _("record a figure"),
    "question.record": _("record a question"),
    "modification.record": _("record a change to a text"),
    "suspension.record": _("record a suspension"),
    "exemption.record": _("record an exemption from the suspension of the vote"),
}  # fmt: skip

# What needs attention: title of the list, and what its lines are.
LISTED: dict[str, tuple[Any, Any]] = {
    "overdue": (
        _("Terms past their expected end"),
        _("The end that the rule gives has passed; neither an end nor a successor is on record."),
    ),
    "vacant": (
        _("Chief offices with no holder on record"),
        _("The office exists on this day and nobody is on record as holding it."),
    ),
    "ended": (
        _("Terms that ended with no successor on record"),
        _("The last holder's term has ended and no later one is on record."),
    ),
    "ending": (
        _("Terms that end within a year"),
        _("By the end on record, or by the rule of the length of the term."),
    ),
    "unsettled": (
        _("Questions without a preferred answer"),
        _("Sources answer, and the register prefers none of them yet."),
    ),
    "disputed": (
        _("Records on which sources disagree"),
        _("The disagreement is kept in the record; an answer can be preferred in a question."),
    ),
    "unsure": (
        _("Records of low confidence"),
        _("They rest on a single weak source and want to be confirmed."),
    ),
    "unsourced": (
        _("Records without a source"),
        _("They may name a provision, but no document says where they are written."),
    ),
    "untranslated": (
        _("Texts missing in a language"),
        _("Something is said in one or two of the three languages only."),
    ),
}


def model_label(model: str) -> "str | Promise":
    """What a kind of fact is called."""
    found: str | Promise = MODELS.get(model, model)
    return found


def subject_label(kind: str) -> "str | Promise":
    """What a kind of subject is called: `figure` is "Figure of finance"."""
    found: str | Promise = SUBJECTS.get(kind, kind)
    return found


def actor_label(actor: str, name: str) -> "str | Promise":
    """Who acted: the name signed, and where nobody did, that the system acted by itself."""
    return _("the system itself") if actor == "system" else name or actor


def field_label(name: str) -> "str | Promise":
    """What a field is called."""
    found: str | Promise = FIELDS.get(name, name)
    return found


def verb_label(verb: str) -> "Words | str | Promise":
    """What an act is called, in the words of the room that does it."""
    found: Words | str | Promise = (
        VERBS.get(verb) or OF_TEXTS.get(verb) or OF_SESSIONS.get(verb) or ELSEWHERE.get(verb, verb)
    )
    return found
