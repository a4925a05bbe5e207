"""What each act of this room is called in the register, and in the three languages."""

from amana.conferences.acts.verbs_badges import VERBS as BADGES
from amana.conferences.acts.verbs_before import VERBS as BEFORE
from amana.conferences.acts.verbs_delegations import VERBS as DELEGATIONS
from amana.conferences.acts.verbs_letters import VERBS as LETTERS
from amana.conferences.acts.verbs_records import VERBS as RECORDS
from amana.kernel.words import Words

__all__ = ["VERBS"]

VERBS: dict[str, Words] = {
    **BADGES,
    **BEFORE,
    **DELEGATIONS,
    **LETTERS,
    **RECORDS,
    "decision.adopt": Words(en="record what was adopted", fr="enregistrer ce qui a été adopté",
                            ar="قيد ما اعتُمد"),
    "statement.attach": Words(en="attach a statement to a decision",
                              fr="joindre une déclaration à une décision",
                              ar="إرفاق بيان بقرار"),
    "statement.withdraw": Words(en="take back a statement on a decision",
                                fr="retirer une déclaration jointe à une décision",
                                ar="سحب بيان مرفق بقرار"),
    "exercise.open": Words(en="open an exercise", fr="ouvrir un exercice", ar="فتح تمرين"),
    "floor.open": Words(en="open the floor of a session", fr="ouvrir la séance d'une session",
                        ar="فتح مداولات دورة"),
    "floor.close": Words(en="close a meeting on record", fr="clore une séance au procès-verbal",
                         ar="إثبات رفع جلسة"),
    "duty.give": Words(en="give a duty on the floor", fr="confier une charge en séance",
                       ar="إسناد مهمة في الجلسة"),
    "duty.end": Words(en="end a duty on the floor", fr="mettre fin à une charge en séance",
                      ar="إنهاء مهمة في الجلسة"),
    "room.add": Words(en="add a room", fr="ajouter une salle", ar="إضافة قاعة"),
    "room.change": Words(en="change a room", fr="modifier une salle", ar="تعديل بيانات قاعة"),
    "room.close": Words(en="take a room out of use", fr="mettre une salle hors service",
                        ar="إخراج قاعة من الاستعمال"),
    "room.reopen": Words(en="take a room into use again", fr="remettre une salle en service",
                         ar="إعادة قاعة إلى الاستعمال"),
    "meeting.plan": Words(en="plan a meeting", fr="programmer une séance", ar="برمجة جلسة"),
    "meeting.move": Words(en="move a meeting", fr="déplacer une séance", ar="نقل جلسة"),
    "meeting.change": Words(en="change the arrangements of a meeting",
                            fr="modifier l'organisation d'une séance", ar="تعديل ترتيبات جلسة"),
    "meeting.cancel": Words(en="cancel a meeting", fr="annuler une séance", ar="إلغاء جلسة"),
    "meeting.restore": Words(en="restore a cancelled meeting", fr="rétablir une séance annulée",
                             ar="إعادة جلسة ملغاة"),
    "feed.make": Words(en="make the address of the own calendar",
                       fr="créer l'adresse de son calendrier", ar="إنشاء عنوان التقويم الشخصي"),
    "feed.revoke": Words(en="revoke the address of the own calendar",
                         fr="révoquer l'adresse de son calendrier",
                         ar="إلغاء عنوان التقويم الشخصي"),
}  # fmt: skip
