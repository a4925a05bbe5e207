"""The blocks of a file as they are found, each with its number and its lasting id."""

from amana.kernel.words import Words
from amana.texts.akn.clean import SOUND_ID
from amana.texts.akn.numbering import number_of
from amana.texts.akn.parts import recital
from amana.texts.akn.told import Doubts, children, local, told
from amana.texts.akn.wording import Element
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block

__all__ = ["Collected"]


class Collected:
    """Blocks of one language, and the doubts about them."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self.blocks: list[Block] = []
        self.doubts = Doubts()
        self._wids: set[str] = set()

    def add(
        self,
        kind: Kind,
        text: str,
        element: Element,
        heading: str = "",
        lead: Element | None = None,
    ) -> None:
        """One block; `lead` holds its number where the element itself cannot."""
        num, printed = self._number(element, element if lead is None else lead)
        if lead is not None:
            heading = heading or self._span(lead)
        words = (self._words(each) for each in (text, heading, printed))
        said, headed, shown = words
        self.blocks.append(Block(kind, said, num, headed, shown, self._wid(element)))

    def _words(self, text: str) -> Words:
        return Words(**{self._lang: text})

    def _wid(self, element: Element) -> str:
        """The lasting id, once: what stands twice is named anew by its place."""
        wid = element.get("wId") or element.get("eId") or ""
        if wid in self._wids or not SOUND_ID.fullmatch(wid):
            return ""
        self._wids.add(wid)
        return recital(wid, back=True)

    def _number(self, element: Element, holder: Element) -> tuple[str, str]:
        """The own number and what is printed: both empty where neither stands."""
        num = next((each for each in children(holder) if _is_number(each)), None)
        if num is None:
            return "", ""
        shown = told(num, self.doubts)
        if num.get("class") == "unnumbered":
            return "", shown
        number = number_of(element.get("eId", ""), shown)
        return number, "" if num.get("status") == "editorial" else shown

    def _span(self, lead: Element) -> str:
        spans = (each for each in children(lead) if _named(each, "heading"))
        return next((told(each, self.doubts) for each in spans), "")

    def heading(self, element: Element) -> str:
        """The heading of an element, with its second line where it has one."""
        said = (each for each in children(element) if local(each) in ("heading", "subheading"))
        return "\n".join(told(each, self.doubts) for each in said)


def _is_number(element: Element) -> bool:
    return local(element) == "num" or _named(element, "num")


def _named(element: Element, name: str) -> bool:
    return local(element) == "inline" and element.get("name") == name
