"""The door of the hub: one frame, many screens.

A room registers its kinds of screens (`register`), puts a `ticket` into the page of each screen,
and calls `announce(topic)` in every transaction that changes what they show. The page loads
`web/js/live.js` as a module and holds

    <amana-live data-stream="/live/stream?ticket=…" data-frame="/live/frame?ticket=…"
                data-tap="/live/tap" data-ticket="…" data-said-lost="…{time}…" …>

with its regions (`data-region`) and its forms (`data-do`), which also work without scripts. The
hub knows no room.
"""

from amana.live.announcing import announce
from amana.live.kinds import Tap, register
from amana.live.tickets import ticket

__all__ = ["Tap", "announce", "register", "ticket"]
