"""Amounts as people read them: from minor units, with the separators of the language."""

from amana.web.formats import DECIMAL, THOUSANDS

__all__ = ["money"]

# ISO 4217: how many decimal places a currency has, where that is not two.
PLACES = {"JPY": 0, "DJF": 0, "GNF": 0, "KMF": 0, "UGX": 0, "XAF": 0, "XOF": 0,
          "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3}  # fmt: skip


def money(minor: int, currency: str, lang: str) -> str:
    """An amount with its currency; decimals only where there are any.

    `money(90000000, "USD", "en")` is "USD 900,000", in French "900 000 USD" with narrow no-break
    spaces, in Arabic "900,000 USD". `money(1234, "KWD", "en")` is "KWD 1.234".
    """
    places = PLACES.get(currency, 2)
    whole, rest = divmod(abs(minor), 10**places)
    shown = f"{whole:,}".replace(",", THOUSANDS.get(lang, ","))
    if rest:
        shown += DECIMAL.get(lang, ".") + f"{rest:0{places}d}"
    sign = "−" if minor < 0 else ""
    if lang == "en":
        return f"{currency} {sign}{shown}".strip()
    return f"{sign}{shown}\u00a0{currency}".strip()
