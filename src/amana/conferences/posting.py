"""The daily journal by e-mail: who asked for it, and each letter on record.

A letter holds the journal's text and where it stands; nobody gets one before the address was
confirmed, nor after leaving, which is one press away in every letter.
"""

import logging
import secrets
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from amana.conferences.models import JournalIssue, JournalPost, JournalReader, Log, Session
from amana.conferences.rules.record.blocks import Document
from amana.conferences.rules.record.kept import read
from amana.ground import clock
from amana.ground.jobs import Progress
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS

__all__ = ["KIND", "ask_for", "confirm", "leave", "letter_text", "send"]

KIND = "conferences.journal"
_LOST = 300  # characters of why a letter could not be sent


# --- Readers


def ask_for(email: str, language: str, session: str, address: str, *, whole: bool) -> None:
    """Ask for the journal of a session, or of all sessions of its body (`whole`).

    A letter goes to the address with the link that confirms it; asked twice, the same one goes
    again, so that nobody learns who reads a journal. Refused: `journal.email`, `session.unknown`.
    """
    try:
        validate_email(email)
    except ValidationError:
        raise Refusal("journal.email", email=email[:120]) from None
    row = Session.objects.select_related("body").filter(key=session).first()
    if row is None:
        raise Refusal("session.unknown", key=session[:120])
    of: dict[str, Any] = {"body": row.body} if whole else {"session": row}
    language = language if language in LANGS else "en"
    reader, _made = JournalReader.objects.get_or_create(
        email=email.lower(), left=None, **of,
        defaults={"language": language, "token": secrets.token_urlsafe(32), "asked": clock.now()},
    )  # fmt: skip
    if reader.confirmed is None:
        _confirming(reader, address).send()


def _confirming(reader: JournalReader, address: str) -> EmailMessage:
    with translation.override(reader.language):
        link = address + reverse("conferences:journal-confirm", kwargs={"token": reader.token})
        text = _(
            "Somebody asked that the daily journal be sent to this address. If it was you, confirm"
            " it here:\n\n%(link)s\n\nIf it was not you, do nothing: nothing will be sent."
        ) % {"link": link}
        return EmailMessage(_("Confirm: daily journal by e-mail"), text, to=[reader.email])


def confirm(token: str) -> JournalReader:
    """From here on the journal is sent. Refused: `journal.link-unknown`."""
    reader = _reader(token)
    if reader.confirmed is None:
        reader.confirmed = clock.now()
        reader.save(update_fields=["confirmed"])
    return reader


def leave(token: str) -> JournalReader:
    """Nothing more is sent. Refused: `journal.link-unknown`."""
    reader = _reader(token)
    reader.left = clock.now()
    reader.save(update_fields=["left"])
    return reader


def _reader(token: str) -> JournalReader:
    found = JournalReader.objects.filter(token=token, left__isnull=True).first()
    if found is None:
        raise Refusal("journal.link-unknown")
    return found


# --- Letters


def send(arguments: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
    """Send a published journal to each reader that has not got it; what fails stops nobody."""
    issue = JournalIssue.objects.select_related("session__body").get(pk=arguments["issue"])
    readers = list(_waiting(issue))
    sent = 0
    for number, reader in enumerate(readers, 1):
        sent += _sent(issue, reader, str(arguments["address"]))
        progress(number, len(readers))
    return {"sent": sent, "failed": len(readers) - sent}


def _waiting(issue: JournalIssue) -> Any:
    """Confirmed readers of the session or of its body, without a letter of this issue.

    Who reads the journals of a body asked for those of its sessions, not of exercises.
    """
    of = Q(session=issue.session)
    if not Log.objects.filter(session=issue.session, exercise=True).exists():
        of |= Q(body=issue.session.body)
    got = JournalPost.objects.filter(issue=issue, fault="").values("reader")
    rows = JournalReader.objects.filter(of, confirmed__isnull=False, left__isnull=True)
    return rows.exclude(pk__in=got).order_by("pk")


def _sent(issue: JournalIssue, reader: JournalReader, address: str) -> bool:
    """One letter, on record with its words before the next is begun."""
    document = read(issue.content)
    with translation.override(reader.language), transaction.atomic():
        letter = _letter(issue, document, reader, address)
        fault = ""
        try:
            letter.send()
        except Exception as error:
            logging.getLogger(__name__).exception("journal %s to reader %s", issue.pk, reader.pk)
            fault = f"{type(error).__name__}: {error}"[:_LOST]
        JournalPost.objects.create(
            issue=issue, reader=reader, at=clock.now(), language=reader.language,
            subject=str(letter.subject), text=str(letter.body), fault=fault,
        )  # fmt: skip
    return not fault


def _letter(
    issue: JournalIssue, document: Document, reader: JournalReader, address: str
) -> EmailMessage:
    lang = reader.language
    day = issue.day.isoformat()
    page = address + reverse("conferences:journal-day", kwargs={"day": day})
    out = address + reverse("conferences:journal-leave", kwargs={"token": reader.token})
    foot = _("This journal with its corrections: %(page)s\nSend it no more: %(out)s") % {
        "page": page, "out": out,
    }  # fmt: skip
    title = document.title.text(lang)
    subject = f"{title} · {document.facts[0].text(lang)} · {day}"
    headers = {"List-Unsubscribe": f"<{out}>"}
    text = f"{letter_text(document, lang)}\n\n--\n{foot}\n"
    return EmailMessage(subject, text, to=[reader.email], headers=headers)


def letter_text(document: Document, lang: str) -> str:
    """A document as plain text: headings on lines of their own, a table as one line a row."""
    lines = [document.title.text(lang), *(fact.text(lang) for fact in document.facts)]
    for block in document.blocks:
        if block.kind == "heading":
            lines += [
                "",
                block.words.text(lang).upper() if lang != "ar" else block.words.text(lang),
            ]
        elif block.grid is not None:
            lines += [" | ".join(cell.text(lang) for cell in row) for row in block.grid.rows]
        else:
            lines.append(block.words.text(lang))
    return "\n".join(lines)
