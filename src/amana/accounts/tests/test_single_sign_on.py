"""Single sign-on against an identity provider that really answers, on this machine."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from amana.accounts import api
from amana.accounts.models import User
from amana.ground import clock

SECRET = "a secret that the provider and the house share, long enough"
LOGIN = "/en/account/oidc/sso/login/"


class Provider(ThreadingHTTPServer):
    """Says who somebody is, as OpenID Connect Core 1.0 has it."""

    who: dict[str, object]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    """Discovery, token and user information."""

    server: Provider

    def do_GET(self) -> None:
        url = self.server.url
        self._say(
            self.server.who
            if self.path == "/userinfo"
            else {
                "issuer": url,
                "authorization_endpoint": f"{url}/authorize",
                "token_endpoint": f"{url}/token",
                "userinfo_endpoint": f"{url}/userinfo",
                "jwks_uri": f"{url}/keys",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            }
        )

    def do_POST(self) -> None:
        asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        assert asked["client_secret"] == [SECRET]
        assert asked["code_verifier"], "the exchange is bound to this browser (RFC 7636)"
        now = int(clock.now().timestamp())
        claims = {"iss": self.server.url, "aud": "amana", "iat": now, "exp": now + 60}
        token = jwt.encode(claims | self.server.who, SECRET, algorithm="HS256")
        self._say({"access_token": "x", "token_type": "Bearer", "id_token": token})

    def _say(self, said: object) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(said).encode())

    def log_message(self, *_: object) -> None:
        """Nothing: the tests speak for themselves."""


@pytest.fixture
def provider(settings) -> Iterator[Provider]:
    server = Provider(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.OIDC_ISSUER = server.url
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "sso",
                    "name": "Ministry",
                    "client_id": "amana",
                    "secret": SECRET,
                    "settings": {"server_url": server.url, "oauth_pkce_enabled": True},
                }
            ]
        }
    }
    yield server
    server.shutdown()
    server.server_close()


def come_back(client: Client, query: str = ""):
    """Go to the provider and return from it, as a browser does."""
    sent = urlsplit(client.post(LOGIN + query)["Location"])
    assert sent.path == "/authorize"
    state = parse_qs(sent.query)["state"][0]
    return client.get(f"{LOGIN}callback/", {"code": "c", "state": state})


def test_an_address_that_is_known_and_vouched_for_is_signed_in(amal, provider):
    provider.who = {"sub": "7", "email": "Amal@example.org", "email_verified": True}
    client = Client()
    assert come_back(client).status_code == 302
    assert client.get("/en/account/").context["user"] == amal
    assert not SocialAccount.objects.exists()


def test_an_unknown_address_makes_no_account(provider, amal):
    provider.who = {"sub": "8", "email": "stranger@example.org", "email_verified": True}
    client = Client()
    assert "Accounts are made by the administrator" in come_back(client).content.decode()
    assert client.get("/en/account/").status_code == 302
    assert list(User.objects.all()) == [amal]


def test_an_address_that_nobody_vouches_for_opens_nothing(amal, provider):
    provider.who = {"sub": "9", "email": "amal@example.org", "email_verified": False}
    client = Client()
    assert "Accounts are made by the administrator" in come_back(client).content.decode()
    assert client.get("/en/account/").status_code == 302


def test_a_closed_account_stays_closed(amal, keeper, provider):
    api.close(amal, by=keeper, reason="left")
    provider.who = {"sub": "7", "email": "amal@example.org", "email_verified": True}
    client = Client()
    come_back(client)
    assert client.get("/en/account/").status_code == 302


def test_no_identity_is_ever_tied_to_an_account(amal, provider, sign_in):
    provider.who = {"sub": "666", "email": "other@example.org", "email_verified": True}
    assert come_back(sign_in(), "?process=connect")["Location"] == "/en/account/"
    assert not SocialAccount.objects.exists()


def test_a_forged_return_signs_nobody_in(amal, provider):
    provider.who = {"sub": "7", "email": "amal@example.org", "email_verified": True}
    client = Client()
    said = client.get(f"{LOGIN}callback/", {"code": "c", "state": "made-up"})
    assert said.status_code == 401
    assert client.get("/en/account/").status_code == 302


def test_the_sign_in_page_offers_the_provider_and_lets_its_form_go_there(provider):
    said = Client().get("/en/account/login/")
    assert "With Ministry" in said.content.decode()
    assert f"form-action 'self' {provider.url}" in said["Content-Security-Policy"]


def test_without_a_provider_there_is_no_such_door():
    assert Client().post(LOGIN).status_code == 404
    assert (
        "form-action 'self';" in Client().get("/en/account/login/")["Content-Security-Policy"] + ";"
    )
