"""The code that an authenticator app scans, as a picture that stands inside the page."""

import qrcode  # type: ignore[import-untyped]
from django.utils.safestring import SafeString, mark_safe

__all__ = ["picture"]

QUIET = 4  # modules of white around the code, as ISO/IEC 18004 asks


def picture(text: str, label: str) -> SafeString:
    """An SVG of the text; black on white in the dark scheme too, or apps could not read it."""
    code = qrcode.QRCode(border=QUIET)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(
        f"M{x},{y}h1v1h-1z" for y, row in enumerate(rows) for x, on in enumerate(row) if on
    )
    size = len(rows)
    return mark_safe(  # noqa: S308  (numbers, and a label of ours)
        f'<svg class="qr" role="img" aria-label="{label}" viewBox="0 0 {size} {size}" width="232" '
        f'height="232" shape-rendering="crispEdges"><rect width="{size}" height="{size}" '
        f'fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )
