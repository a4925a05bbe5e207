"""Tables of this room: sessions, and what happens before, in and after them."""

from amana.conferences.models.agenda import (
    AgendaItem,
    Convening,
    ItemDocument,
    ItemRecord,
    Recommendation,
)
from amana.conferences.models.badges import Badge, Passage, Seating, SeatMoved
from amana.conferences.models.booth import BallotBox, BallotList, Booth, Handed
from amana.conferences.models.calling import Condition, Deadline, Initiative, Standing
from amana.conferences.models.delegations import (
    Accreditation,
    Credential,
    Delegate,
    Delegation,
    ParticipantsList,
    Ruling,
    UploadedList,
)
from amana.conferences.models.letters import Correspondence, Letter, LetterCounter
from amana.conferences.models.log import Duty, Entry, Log
from amana.conferences.models.programme import Feed, Meeting, MeetingTime, Room
from amana.conferences.models.records import (
    Correction,
    JournalIssue,
    JournalPost,
    JournalReader,
    RecordRelease,
)
from amana.conferences.models.sessions import Cluster, Decision, Session, Sitting
from amana.conferences.models.statements import Statement

__all__ = [
    "Accreditation", "AgendaItem", "Badge", "BallotBox", "BallotList", "Booth", "Cluster",
    "Condition", "Convening", "Correction", "Correspondence", "Credential", "Deadline", "Decision",
    "Delegate", "Delegation", "Duty", "Entry", "Feed", "Handed", "Initiative", "ItemDocument",
    "ItemRecord", "JournalIssue", "JournalPost", "JournalReader", "Letter", "LetterCounter", "Log",
    "Meeting", "MeetingTime", "ParticipantsList", "Passage", "Recommendation", "RecordRelease",
    "Room", "Ruling", "SeatMoved", "Seating", "Session", "Sitting", "Standing", "Statement",
    "UploadedList",
]  # fmt: skip
