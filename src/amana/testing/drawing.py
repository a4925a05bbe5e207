"""The random examples of hypothesis: the same in every run, or new ones when asked for.

`steady`, the profile of every run, draws from the test's own code alone. `--hypothesis-profile
random` draws anew each time; what it finds becomes an `@example` of the test.
"""

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

__all__ = ["choose_profile"]

PROFILES = {"steady": True, "random": False}


def choose_profile() -> None:
    """Make both profiles known and take the steady one; no example depends on the machine's speed.

    Hypothesis also draws from the literals of every module imported so far, and which these are
    depends on the tests that the same process happened to run before: that is switched off.
    """
    for name, is_steady in PROFILES.items():
        settings.register_profile(
            name, derandomize=is_steady, deadline=None, database=None, print_blob=not is_steady,
            suppress_health_check=[HealthCheck.too_slow],
        )  # fmt: skip
    settings.load_profile("steady")
    providers._get_local_constants = Constants
