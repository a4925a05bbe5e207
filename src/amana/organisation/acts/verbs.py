"""What each act is called in the register, and in the three languages."""

from amana.kernel.words import Words

__all__ = ["VERBS"]

VERBS: dict[str, Words] = {
    "membership.admit": Words(
        en="admit a member", fr="admettre un membre", ar="قبول عضو"
    ),
    "membership.observe": Words(
        en="record an observer", fr="enregistrer un observateur", ar="قيد مراقب"
    ),
    "membership.suspend": Words(
        en="suspend a member", fr="suspendre un membre", ar="تعليق عضوية"
    ),
    "membership.reinstate": Words(
        en="reinstate a member", fr="rétablir un membre dans ses droits", ar="إعادة عضو إلى حقوقه"
    ),
    "membership.withdraw": Words(
        en="end a membership", fr="mettre fin à une adhésion", ar="إنهاء عضوية"
    ),
    "vote.suspend": Words(
        en="suspend the vote of a member", fr="suspendre le droit de vote d'un membre",
        ar="تعليق حق عضو في التصويت",
    ),
    "vote.restore": Words(
        en="restore the vote of a member", fr="rétablir le droit de vote d'un membre",
        ar="إعادة حق التصويت إلى عضو",
    ),
    "vote.exempt": Words(
        en="exempt a member from the suspension of its vote",
        fr="lever à titre exceptionnel la suspension du droit de vote d'un membre",
        ar="إعفاء عضو من تعليق حقه في التصويت",
    ),
    "vote.end-exemption": Words(
        en="end an exemption from the suspension of the vote",
        fr="mettre fin à une dérogation à la suspension du droit de vote",
        ar="إنهاء إعفاء من تعليق حق التصويت",
    ),
    "application.record": Words(
        en="record an application", fr="enregistrer une demande", ar="قيد طلب"
    ),
    "status-event.record": Words(
        en="record an event of a membership", fr="enregistrer un événement d'une adhésion",
        ar="قيد واقعة في عضوية",
    ),
    "state.record": Words(
        en="put a state on record", fr="enregistrer un État", ar="قيد دولة"
    ),
    "state.rename": Words(
        en="rename a state", fr="renommer un État", ar="تغيير اسم دولة"
    ),
    "body.establish": Words(
        en="establish a body", fr="créer un organe", ar="إنشاء جهاز"
    ),
    "body.rename": Words(
        en="rename a body", fr="renommer un organe", ar="تغيير اسم جهاز"
    ),
    "body.reparent": Words(
        en="place a body under another", fr="rattacher un organe à un autre", ar="إلحاق جهاز بآخر"
    ),
    "body.dissolve": Words(
        en="dissolve a body", fr="dissoudre un organe", ar="حل جهاز"
    ),
    "seat.move": Words(
        en="move a seat", fr="transférer un siège", ar="نقل مقر"
    ),
    "person.record": Words(
        en="record a person", fr="enregistrer une personne", ar="قيد شخص"
    ),
    "office.create": Words(
        en="create an office", fr="créer une fonction", ar="إنشاء منصب"
    ),
    "term.elect": Words(
        en="elect the holder of an office", fr="élire le titulaire d'une fonction",
        ar="انتخاب شاغل منصب",
    ),
    "term.appoint": Words(
        en="appoint the holder of an office", fr="nommer le titulaire d'une fonction",
        ar="تعيين شاغل منصب",
    ),
    "term.end": Words(
        en="end a term of office", fr="mettre fin à un mandat", ar="إنهاء ولاية"
    ),
    "term.extend": Words(
        en="extend a term of office", fr="prolonger un mandat", ar="تمديد ولاية"
    ),
    "rule.set": Words(
        en="set a rule", fr="établir une règle", ar="وضع قاعدة"
    ),
    "rule.amend": Words(
        en="amend a rule", fr="modifier une règle", ar="تعديل قاعدة"
    ),
    "rule.repeal": Words(
        en="repeal a rule", fr="abroger une règle", ar="إلغاء قاعدة"
    ),
    "question.open": Words(
        en="open a question", fr="ouvrir une question", ar="فتح مسألة"
    ),
    "attestation.add": Words(
        en="add what a source says", fr="ajouter ce que dit une source", ar="إضافة ما يقوله مصدر"
    ),
    "attestation.prefer": Words(
        en="prefer one source", fr="retenir une source", ar="ترجيح مصدر"
    ),
    "record.correct": Words(
        en="correct a record", fr="corriger un enregistrement", ar="تصحيح قيد"
    ),
    "record.withdraw": Words(
        en="withdraw a record", fr="retirer un enregistrement", ar="سحب قيد"
    ),
    "account.link": Words(
        en="link an account to a person", fr="rattacher un compte à une personne",
        ar="ربط حساب بشخص",
    ),
    "account.unlink": Words(
        en="unlink an account from a person", fr="détacher un compte d'une personne",
        ar="فصل حساب عن شخص",
    ),
}  # fmt: skip
