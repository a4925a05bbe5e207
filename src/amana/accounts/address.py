"""Changing one's own e-mail address: a letter goes to the new one, and its link makes the change.

Until then nothing is stored. django-allauth would keep the new address beside the old one while
it waits, and single sign-on would open the account for whoever owns an address that was merely
typed here. The link names the account with the address it had, so that it works once.
"""

from datetime import timedelta
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from amana.accounts import acts
from amana.accounts.forms import NewAddress
from amana.accounts.lookups import find
from amana.accounts.models import User
from amana.kernel.refusals import Refusal

__all__ = ["address", "confirm_address"]

SALT = "accounts.address"
LIFETIME = timedelta(days=1)
page = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@never_cache
@page
def address(request: HttpRequest) -> HttpResponse:
    """Ask for the new address and write to it."""
    user = request.user
    assert isinstance(user, User)
    raise_if_reauthentication_required(request, app="allauth.account")
    form = NewAddress(request.POST or None, present=user.email)
    if form.is_valid():
        too_many: HttpResponse | None = ratelimit.consume_or_429(
            request, action="change_address", user=user
        )
        if too_many:
            return too_many
        _write(request, user, form.cleaned_data["email"])
        said = _("We have written to %(email)s. Open the link in the letter within a day.")
        messages.success(request, said % {"email": form.cleaned_data["email"]})
        return redirect("account_address")
    return render(
        request, "accounts/address.html", {"form": form}, status=422 if form.is_bound else 200
    )


@never_cache
@page
def confirm_address(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the letter: show both addresses, and change them when the button is pressed."""
    lang = translation.get_language() or "en"
    try:
        user, new = _read(token)
        if request.method == "POST":
            old = user.email
            acts.change_address(user, new)
            get_adapter().send_notification_mail(
                "account/email/address_changed", user, {"user": user, "new": new}, email=old
            )
            messages.success(request, _("Your address is changed: sign in with the new one."))
            return redirect("account_home" if request.user.is_authenticated else "account_login")
    except Refusal as refused:
        said = {"what": refused.what(lang), "remedy": refused.remedy(lang)}
        return render(request, "accounts/link_refused.html", said, status=410)
    return render(request, "accounts/address_confirm.html", {"person": user, "new": new})


def _write(request: HttpRequest, user: User, new: str) -> None:
    """The letter with the link; to the owner of an address that is taken, a letter without one."""
    said: dict[str, Any] = {"user": user}
    if find(new) is None:
        token = signing.dumps([user.pk, user.email, new], salt=SALT, compress=True)
        with translation.override(user.language):
            link = reverse("account_confirm_address", kwargs={"token": token})
        said["link"] = request.build_absolute_uri(link)
    get_adapter().send_mail("account/email/address", new, said)


def _read(token: str) -> tuple[User, str]:
    try:
        number, old, new = signing.loads(token, salt=SALT, max_age=LIFETIME)
    except signing.SignatureExpired:
        raise Refusal("account.address-expired") from None
    except signing.BadSignature:
        raise Refusal("account.link-unknown") from None
    user = User.objects.filter(pk=number, email=old).first()
    if user is None:
        raise Refusal("account.address-expired")
    if not user.is_active:
        raise Refusal("account.closed")
    return user, str(new)
