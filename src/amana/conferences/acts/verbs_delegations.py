"""What the acts on delegations and credentials are called."""

from amana.kernel.words import Words

__all__ = ["VERBS"]

VERBS: dict[str, Words] = {
    "delegations.open": Words(en="open the delegations of a session",
                              fr="ouvrir les délégations d'une session", ar="فتح وفود دورة"),
    "delegations.import": Words(en="take in a list of delegates",
                                fr="prendre en charge une liste de délégués",
                                ar="إدخال قائمة مندوبين"),
    "delegations.publish": Words(en="open the list of participants to everybody",
                                 fr="rendre publique la liste des participants",
                                 ar="إتاحة قائمة المشاركين للعموم"),
    "delegations.conceal": Words(en="take back the list of participants",
                                 fr="retirer la liste des participants",
                                 ar="سحب قائمة المشاركين"),
    "delegate.add": Words(en="add a delegate", fr="ajouter un délégué", ar="إضافة مندوب"),
    "delegate.change": Words(en="change what is on record of a delegate",
                             fr="modifier la fiche d'un délégué", ar="تعديل بيانات مندوب"),
    "delegate.withdraw": Words(en="withdraw a delegate", fr="retirer un délégué",
                               ar="سحب اعتماد مندوب"),
    "delegate.account": Words(en="give a delegate an account",
                              fr="donner un compte à un délégué", ar="منح مندوب حسابًا"),
    "delegate.unlink": Words(en="part a delegate from an account",
                             fr="dissocier un délégué de son compte", ar="فصل مندوب عن حسابه"),
    "credential.receive": Words(en="record credentials", fr="enregistrer des pouvoirs",
                                ar="قيد وثائق تفويض"),
    "credential.rule": Words(en="record a ruling on credentials",
                             fr="enregistrer une décision sur des pouvoirs",
                             ar="قيد قرار بشأن وثائق تفويض"),
}  # fmt: skip
