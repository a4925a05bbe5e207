"""Addresses of sign-in, under `/<language>/account/`: only what the house offers of allauth."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as identity
from django.urls import include, path, re_path

from amana.accounts import pages
from amana.accounts.address import address, confirm_address
from amana.accounts.pages import leaving_for_the_issuer, recorded
from amana.accounts.sessions import sessions

password = [
    path("change/", account.password_change, name="account_change_password"),
    path("set/", account.password_set, name="account_set_password"),
    path("reset/", account.password_reset, name="account_reset_password"),
    path("reset/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "reset/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
factors = [
    path("", factor.index, name="mfa_index"),
    path("authenticate/", factor.authenticate, name="mfa_authenticate"),
    path("reauthenticate/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("app/activate/", recorded(app.activate_totp), name="mfa_activate_totp"),
    path("app/deactivate/", recorded(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "codes/generate/",
        recorded(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("keys/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("keys/add/", recorded(keys.add_webauthn), name="mfa_add_webauthn"),
    path("keys/sign-in/", keys.login_webauthn, name="mfa_login_webauthn"),
    path("keys/reauthenticate/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("keys/<int:pk>/remove/", recorded(keys.remove_webauthn), name="mfa_remove_webauthn"),
    path("keys/<int:pk>/rename/", keys.edit_webauthn, name="mfa_edit_webauthn"),
]
urlpatterns = [
    path("", pages.home, name="account_home"),
    path("login/", leaving_for_the_issuer(account.login), name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("signup/", pages.sign_up, name="account_signup"),
    path("first/<str:token>/", pages.first, name="account_first"),
    path("invitation/<str:token>/", pages.invitation, name="account_invitation"),
    path("sessions/", sessions, name="account_sessions"),
    path("address/", address, name="account_address"),
    path("address/<str:token>/", confirm_address, name="account_confirm_address"),
    path("password/", include(password)),
    path("factors/", include(factors)),
    path("sso/cancelled/", identity.login_cancelled, name="socialaccount_login_cancelled"),
    path("sso/error/", identity.login_error, name="socialaccount_login_error"),
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),
]
