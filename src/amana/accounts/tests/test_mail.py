"""Where letters go, from one variable."""

import doctest

import pytest

from amana.accounts import mail


def test_the_example_of_the_module_holds():
    assert doctest.testmod(mail).failed == 0


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}),
        ("file:/srv/letters", {"EMAIL_FILE_PATH": "/srv/letters"}),
        ("smtp://mail.example.org", {"EMAIL_PORT": 25, "EMAIL_USE_TLS": False}),
        ("smtp://mail.example.org?tls=1", {"EMAIL_PORT": 587, "EMAIL_USE_TLS": True}),
        ("smtps://a%40b:p%2Fw@m", {"EMAIL_HOST_USER": "a@b", "EMAIL_HOST_PASSWORD": "p/w"}),
    ],
)
def test_a_mail_address_becomes_settings(url, expected):
    assert expected.items() <= mail.mail_settings({"AMANA_MAIL_URL": url}).items()


def test_an_address_of_another_kind_says_which_kinds_there_are():
    with pytest.raises(ValueError, match="none of console:, file:, smtp:"):
        mail.mail_settings({"AMANA_MAIL_URL": "http://mail.example.org"})
