"""What the acts on letters are called."""

from amana.kernel.words import Words

__all__ = ["VERBS"]

VERBS: dict[str, Words] = {
    "letter.language": Words(en="set the language of an addressee",
                             fr="fixer la langue d'un destinataire", ar="تحديد لغة مخاطَب"),
    "invitation.issue": Words(en="issue invitations", fr="établir des invitations",
                              ar="إصدار دعوات"),
    "invitation.initial": Words(en="initial invitations", fr="parapher des invitations",
                                ar="التأشير على دعوات"),
    "invitation.seal": Words(en="seal invitations", fr="sceller des invitations",
                             ar="ختم دعوات"),
    "invitation.send": Words(en="record that invitations were sent",
                             fr="enregistrer l'envoi d'invitations", ar="قيد إرسال دعوات"),
}  # fmt: skip
