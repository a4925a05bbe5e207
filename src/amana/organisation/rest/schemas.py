"""What the routes of this room answer. Field names are Popolo's where it has one."""

from pydantic import BaseModel

from amana.web.rest import Names

__all__ = [
    "Attested", "Body", "Holder", "Member", "Office", "Provenance", "Question", "Rule", "Seat",
]  # fmt: skip


class Provenance(BaseModel):
    """Under which provision, by which source, how sure."""

    basis: list[str]
    basis_ids: list[str]
    sources: list[str]
    confidence: str | None
    note: Names
    conflict: Names


class Member(BaseModel):
    """A membership (Popolo) of a state or an organisation."""

    id: str
    code: str
    name: str
    names: Names
    official_names: Names
    organization_id: str
    role: str
    start_date: str | None
    end_date: str | None
    certain: bool
    founding: bool
    suspended: bool
    vote_suspended: bool
    vote_exempt: bool
    area_group: str | None
    provenance: Provenance


class Body(BaseModel):
    """A body (Popolo: organization)."""

    id: str
    name: str
    names: Names
    acronym: str | None
    classification: str
    parent_id: str | None
    founding_date: str | None
    dissolution_date: str | None
    provenance: Provenance


class Office(BaseModel):
    """An office (Popolo: post) with its holders (memberships) on the day."""

    id: str
    label: str
    labels: Names
    organization_id: str
    seats: int
    holders: list["Holder"]
    provenance: Provenance


class Holder(BaseModel):
    """Who holds an office, since and until when."""

    person_id: str | None
    state_id: str | None
    name: str
    names: Names
    start_date: str | None
    end_date: str | None
    expected_end: str | None
    acting: bool
    certain: bool
    provenance: Provenance


class Seat(BaseModel):
    """Where a body sits (Popolo: area)."""

    organization_id: str
    place: str
    places: Names
    state: str | None
    provisional: bool
    itinerant: bool
    until_event: Names
    start_date: str | None
    end_date: str | None
    provenance: Provenance


class Rule(BaseModel):
    """A rule in force on the day."""

    name: str
    title: str
    value: str | None
    unit: str | None
    shown: str
    text: str
    since: str | None
    until: str | None
    renewals: int | None
    basis: str
    basis_ids: list[str]
    sources: list[str]
    confidence: str | None
    conflict: str | None
    on: str


class Attested(BaseModel):
    """One source's answer."""

    value: Names
    source: str
    preferred: bool


class Question(BaseModel):
    """A fact with what each source says of it."""

    id: str
    question: Names
    reason: Names
    about: str | None
    attestations: list[Attested]
