"""What each act on a text is called in the register, and in the three languages."""

from amana.kernel.words import Words

__all__ = ["VERBS"]

VERBS: dict[str, Words] = {
    "draft.open": Words(en="begin a draft", fr="ouvrir un projet", ar="فتح مشروع"),
    "draft.describe": Words(en="describe a draft", fr="décrire un projet", ar="وصف مشروع"),
    "draft.fill": Words(
        en="bring text into a draft", fr="importer du texte dans un projet", ar="إدخال نص في مشروع"
    ),
    "draft.write": Words(
        en="write in a draft", fr="rédiger dans un projet", ar="التحرير في مشروع"
    ),
    "draft.settle": Words(
        en="settle words set aside", fr="trancher entre deux rédactions",
        ar="البت في صياغة محفوظة جانبًا",
    ),
    "draft.add": Words(en="add a paragraph", fr="ajouter un paragraphe", ar="إضافة فقرة"),
    "draft.change": Words(
        en="change the kind of a paragraph", fr="changer la nature d'un paragraphe",
        ar="تغيير نوع فقرة",
    ),
    "draft.move": Words(en="move a paragraph", fr="déplacer un paragraphe", ar="نقل فقرة"),
    "draft.remove": Words(en="take out a paragraph", fr="retirer un paragraphe", ar="حذف فقرة"),
    "draft.state": Words(
        en="say how far a language is", fr="indiquer l'état d'une langue", ar="بيان حالة لغة"
    ),
    "draft.ask": Words(
        en="ask for a translation", fr="demander une traduction", ar="طلب ترجمة"
    ),
    "draft.version": Words(
        en="name a version of a draft", fr="nommer une version d'un projet",
        ar="تسمية نسخة من مشروع",
    ),
    "draft.withdraw": Words(en="withdraw a draft", fr="retirer un projet", ar="سحب مشروع"),
    "symbol.reserve": Words(en="reserve a symbol", fr="réserver une cote", ar="حجز رمز"),
    "symbol.assign": Words(en="assign a symbol", fr="attribuer une cote", ar="إسناد رمز"),
    "symbol.void": Words(en="void a symbol", fr="annuler une cote", ar="إلغاء رمز"),
    "text.table": Words(en="table a text", fr="déposer un texte", ar="تقديم نص"),
    "text.distribution": Words(
        en="set the distribution of a text", fr="fixer la distribution d'un texte",
        ar="تحديد توزيع نص",
    ),
    "provision.text": Words(
        en="record the wording of a provision", fr="enregistrer le libellé d'une disposition",
        ar="قيد صيغة حكم",
    ),
    "text.release": Words(en="release a text", fr="diffuser un texte", ar="إصدار نص"),
    "text.amend": Words(en="change a text", fr="modifier un texte", ar="تعديل نص"),
    "text.undo": Words(
        en="undo a change of a text", fr="annuler une modification", ar="إلغاء تعديل"
    ),
    "text.event": Words(
        en="record an event of a text", fr="enregistrer un événement d'un texte", ar="قيد واقعة لنص"
    ),
    "text.render": Words(
        en="make a file of a text", fr="produire un fichier d'un texte", ar="إعداد ملف لنص"
    ),
}  # fmt: skip
