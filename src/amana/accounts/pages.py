"""Pages of our own beside allauth's: the account, the two one-time links, the closed sign-up."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from urllib.parse import urlsplit

from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from amana.accounts import acts, links
from amana.accounts.forms import FirstSetUp, Myself, Profile
from amana.accounts.lookups import authority_of, factors_of
from amana.accounts.models import User
from amana.kernel.refusals import Refusal
from amana.web.headers import PAGE_POLICY

__all__ = ["first", "home", "invitation", "leaving_for_the_issuer", "recorded", "sign_up"]

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
FIELDS = {
    "account.email-taken": "email",
    "account.email-unreadable": "email",
    "account.nameless": "name",
    "account.password-too-weak": "password",
}
page = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@never_cache
@page
def home(request: HttpRequest) -> HttpResponse:
    """The account: name, language, and the ways to sign in."""
    user = _signed_in(request)
    form = Profile(request.POST or None, initial={"name": user.name, "language": user.language})
    if form.is_valid():
        acts.describe(user, **form.cleaned_data, by=authority_of(user))
        messages.success(request, _("Your name and language are saved."))
        return redirect("account_home")
    factors = list(factors_of(user).values())
    return render(
        request,
        "accounts/home.html",
        {
            "form": form,
            "keys": factors.count("webauthn"),
            "app": "totp" in factors,
            "codes": "recovery_codes" in factors,
        },
        status=422 if form.is_bound else 200,
    )


@never_cache
@page
@sensitive_post_parameters("password", "again")
def first(request: HttpRequest, token: str) -> HttpResponseBase:
    """Set up the first administrator's account with the link from the console."""
    language = translation.get_language()
    form = FirstSetUp(request.POST or None, initial={"language": language})
    return _with_link(
        request, token, form, "accounts/first.html",
        lambda said: acts.set_up_first(
            token, said["email"], said["name"], said["password"], said["language"]
        ),
    )  # fmt: skip


@never_cache
@page
@sensitive_post_parameters("password", "again")
def invitation(request: HttpRequest, token: str) -> HttpResponseBase:
    """Choose a password for an account that one has been invited to."""
    form = Myself(request.POST or None)
    return _with_link(
        request, token, form, "accounts/invitation.html",
        lambda said: acts.accept_invitation(token, said["password"]),
    )  # fmt: skip


def sign_up(request: HttpRequest) -> HttpResponse:
    """Say who makes accounts; nobody makes one for themselves."""
    return render(request, "account/signup_closed.html", status=403)


def recorded(view: View[P]) -> View[P]:
    """A page of allauth that adds or removes factors: what it changed becomes acts with it."""

    @wraps(view)
    def within(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.method != "POST" or not request.user.is_authenticated:
            return view(request, *args, **kwargs)
        user = _signed_in(request)
        with transaction.atomic():
            before = factors_of(user)
            response = view(request, *args, **kwargs)
            acts.record_factors(user, before, factors_of(user))
        return response

    return within


def leaving_for_the_issuer(view: View[P]) -> View[P]:
    """A page whose button leads to the identity provider: the browser must let the form go."""

    @wraps(view)
    def within(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if settings.OIDC_ISSUER:
            issuer = urlsplit(settings.OIDC_ISSUER)
            response.headers["Content-Security-Policy"] = PAGE_POLICY.replace(
                "form-action 'self'", f"form-action 'self' {issuer.scheme}://{issuer.netloc}"
            )
        return response

    return within


def _with_link(
    request: HttpRequest,
    token: str,
    form: Form,
    template: str,
    act: Callable[[dict[str, Any]], User],
) -> HttpResponseBase:
    try:
        person = links.find(token).user
        if form.is_valid():
            return _enter(request, act(form.cleaned_data))
    except Refusal as refused:
        if refused.code not in FIELDS:
            return _refused(request, refused)
        form.add_error(FIELDS[refused.code], refused.sentence(translation.get_language() or "en"))
    status = 422 if form.is_bound else 200
    return render(request, template, {"form": form, "person": person}, status=status)


def _enter(request: HttpRequest, user: User) -> HttpResponseBase:
    """Sign in the person of a link; second factors, if there are any, are still asked for."""
    if request.user.is_authenticated:
        logout(request)
    response: HttpResponseBase = perform_login(request, user, email_verification="none")
    return response


def _refused(request: HttpRequest, refused: Refusal) -> HttpResponse:
    lang = translation.get_language() or "en"
    said = {"what": refused.what(lang), "remedy": refused.remedy(lang)}
    return render(request, "accounts/link_refused.html", said, status=410)


def _signed_in(request: HttpRequest) -> User:
    user = request.user
    assert isinstance(user, User)
    return user
