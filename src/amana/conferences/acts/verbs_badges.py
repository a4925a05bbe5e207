"""What the acts on badges and on the seating of a hall are called."""

from amana.kernel.words import Words

__all__ = ["VERBS"]

VERBS: dict[str, Words] = {
    "badge.issue": Words(en="issue badges", fr="délivrer des badges", ar="إصدار بطاقات دخول"),
    "badge.revoke": Words(en="revoke a badge", fr="annuler un badge", ar="إلغاء بطاقة دخول"),
    "badge.reissue": Words(en="issue a badge again", fr="délivrer de nouveau un badge",
                           ar="إصدار بطاقة دخول بديلة"),
    "passage.record": Words(en="record who comes in and goes out",
                            fr="enregistrer les entrées et les sorties",
                            ar="قيد الدخول والخروج"),
    "seating.arrange": Words(en="arrange the seating of the hall",
                             fr="arrêter le plan de la salle", ar="ترتيب مقاعد القاعة"),
    "seating.move": Words(en="move a delegation to another seat",
                          fr="déplacer une délégation dans la salle",
                          ar="نقل وفد إلى مقعد آخر"),
    "seating.put-back": Words(en="put a delegation back into the order",
                              fr="remettre une délégation à sa place dans l'ordre",
                              ar="إعادة وفد إلى موضعه في الترتيب"),
}  # fmt: skip
