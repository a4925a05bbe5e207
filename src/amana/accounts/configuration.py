"""Settings of sign-in, read at the end of `amana.settings`.

Every choice of an operator is an environment variable named here; secrets come only from there.
"""

import os

from amana.accounts.mail import mail_settings

TESTING = os.environ.get("AMANA_TEST") == "1"

# Passwords: Argon2. Those of older installations (PBKDF2) are read and become Argon2 at sign-in.
# Tests sign in hundreds of times and take a hash that is quick and worthless.
_PBKDF2 = "django.contrib.auth.hashers.PBKDF2PasswordHasher"
_ARGON2 = "django.contrib.auth.hashers.Argon2PasswordHasher"
_QUICK = "django.contrib.auth.hashers.MD5PasswordHasher"
PASSWORD_HASHERS = [
    *([_QUICK] if TESTING else []),
    _ARGON2,
    _PBKDF2,
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "amana.accounts.passwords.LongEnough"},
    {"NAME": "amana.accounts.passwords.NotOneself"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 3600

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account_home"
LOGOUT_REDIRECT_URL = "/"

# Sessions and rate limits live in PostgreSQL: they hold across processes and need no
# further server. The table of the cache is made by migration 0001.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "amana_session"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
        "OPTIONS": {"MAX_ENTRIES": 20000},
    }
}

# Accounts: one e-mail, no user name, made by an administrator; nobody signs up.
ACCOUNT_ADAPTER = "amana.accounts.adapters.Accounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_USER_DISPLAY = "amana.accounts.adapters.displayed"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_MAX_EMAIL_ADDRESSES = 1
ACCOUNT_FORMS = {
    "login": "amana.accounts.forms.SignIn",
    "change_password": "amana.accounts.forms.ChangePassword",
    "set_password": "amana.accounts.forms.SetPassword",
    "reset_password": "amana.accounts.forms.ResetPassword",
    "reset_password_from_key": "amana.accounts.forms.NewPassword",
    "reauthenticate": "amana.accounts.forms.ConfirmPassword",
}
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# How long a sign-in, or a proof of who is at the keyboard, holds for grave acts and for keys.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 60 * int(os.environ.get("AMANA_PROOF_MINUTES", "") or 10)
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    # The key is the address typed and whence it comes, so that nobody closes that of another...
    "login_failed": "20/m/ip,5/5m/key,10/h/key",
    # ...except with very many wrong passwords, from three places at least: here the address alone.
    "login_failed_anywhere": "30/h/key",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "change_address": "5/5m/user",
}
# How many proxies stand in front and may be believed about the address of the visitor.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("AMANA_PROXIES", "0"))

# Second factors and passkeys. A passkey that signs in alone always asks for the finger, face or
# code of its owner, so that it is two factors; a key beside a password need not.
MFA_ADAPTER = "amana.accounts.adapters.Factors"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_USER_VERIFICATION = "preferred"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False
MFA_FORMS = {
    "authenticate": "amana.accounts.forms.Code",
    "reauthenticate": "amana.accounts.forms.CodeAgain",
    "activate_totp": "amana.accounts.forms.ActivateApp",
    "add_webauthn": "amana.accounts.forms.AddKey",
    "edit_webauthn": "amana.accounts.forms.RenameKey",
}
MFA_TOTP_ISSUER = os.environ.get("AMANA_NAME", "Amana")
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODE_COUNT = 10
MFA_RECOVERY_CODES_SHOW_ONCE = True

# Sign-in through the organisation's own identity provider, if it is named in the environment.
# It opens the account whose address it vouches for; AMANA_OIDC_TRUST_EMAIL=1 is for providers
# that vouch for every address without saying so (`email_verified` is missing from their answer).
SOCIALACCOUNT_ADAPTER = "amana.accounts.adapters.Identities"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = False
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False
OIDC_ISSUER = os.environ.get("AMANA_OIDC_ISSUER", "").rstrip("/")
_OIDC = {
    "provider_id": "sso",
    "name": os.environ.get("AMANA_OIDC_NAME", "") or "OpenID Connect",
    "client_id": os.environ.get("AMANA_OIDC_CLIENT_ID", ""),
    "secret": os.environ.get("AMANA_OIDC_CLIENT_SECRET", ""),
    "settings": {
        "server_url": OIDC_ISSUER,
        "oauth_pkce_enabled": True,
        "verified_email": os.environ.get("AMANA_OIDC_TRUST_EMAIL") == "1",
    },
}
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [_OIDC]}} if OIDC_ISSUER else {}

globals().update(mail_settings(os.environ))
