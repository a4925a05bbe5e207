"""Sentences of the interface in templates say what those of Jinja2 would."""

import jinja2
import pytest
from django.utils import translation
from markupsafe import Markup

from amana.web.jinja import environment

SAID = {
    "{{ _('Members') }}": {"ar": "الأعضاء", "en": "Members", "fr": "Membres"},
    "{{ _('100%% <b>sure</b>') }}": dict.fromkeys(("ar", "en", "fr"), "100% <b>sure</b>"),
    "{{ _('%(x)s, sure', x=x) }}": dict.fromkeys(("ar", "en", "fr"), "a &amp; b, sure"),
    "{{ _('%(x)s, sure', x=m) }}": dict.fromkeys(("ar", "en", "fr"), "<i>a</i>, sure"),
    "{{ gettext('Members') }}": {"ar": "الأعضاء", "en": "Members", "fr": "Membres"},
    "{% trans %}Members{% endtrans %}": {"ar": "الأعضاء", "en": "Members", "fr": "Membres"},
}


@pytest.fixture(scope="module")
def env() -> jinja2.Environment:
    return environment(loader=jinja2.DictLoader({}))


@pytest.mark.parametrize("source", SAID)
def test_a_sentence_is_said_in_the_language_of_each_page_again_and_again(
    env: jinja2.Environment, source: str
) -> None:
    for lang in ("ar", "en", "fr", "en", "ar"):
        with translation.override(lang):
            shown = env.from_string(source).render(x="a & b", m=Markup("<i>a</i>"))
        assert shown == SAID[source][lang]
