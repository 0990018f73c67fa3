"""The whole configuration, read from the environment; a bad or missing value stops the start."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import environ
from django.core.exceptions import ImproperlyConfigured

from posture import logs

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def stop(sentence: str) -> NoReturn:
    raise SystemExit(f"Plumb cannot start: {sentence}")


def read(name: str, kind: Callable[..., Any], *, must: str, **default: object) -> Any:
    """The value of the variable `name`, which `must` be as the sentence says."""
    try:
        return kind(name, **default)
    except (ImproperlyConfigured, ValueError):
        stop(f"{name} must be {must}.")


def zone(name: str, **default: str) -> str:
    """A name of the time zone database; days of plans begin at its midnight."""
    try:
        return ZoneInfo(env.str(name, **default)).key
    except ZoneInfoNotFoundError as error:
        raise ValueError from error


# Mode and place

MODE = env.str("PLUMB_MODE", default="local")
if MODE not in {"local", "production"}:
    stop(f"PLUMB_MODE must be 'local' or 'production', not '{MODE}'.")
PRODUCTION = MODE == "production"
DEBUG = False

VAR = Path(env.str("PLUMB_VAR", default=str(BASE_DIR / "var")))
try:
    VAR.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds health data
except OSError:
    stop(f"the folder {VAR} cannot be made; name a writable one in PLUMB_VAR.")


def local_secret_key() -> str:
    """The key of this folder, made at the first start."""
    path = VAR / "secret-key"
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    except OSError:
        stop(f"{path} cannot be written; name a writable folder in PLUMB_VAR.")
    return path.read_text()


if PRODUCTION:
    SECRET_KEY = read("SECRET_KEY", env.str, must="set, and not begin with $")
    if len(SECRET_KEY) < 50:
        stop("SECRET_KEY must have at least 50 characters, drawn at random.")
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
    if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
        stop("ALLOWED_HOSTS must be set to the site's host names, with commas between them.")
else:
    SECRET_KEY = env.str("SECRET_KEY", default="") or local_secret_key()
    ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *env.list("PLUMB_HOST", default=[])]

# Who runs this site

OPERATOR_NAME = env.str("OPERATOR_NAME", default="")
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="")
PRIVACY_CONTACT = env.str("PRIVACY_CONTACT", default="")
EMERGENCY_NUMBER = env.str("EMERGENCY_NUMBER", default="")
SOURCE_URL = env.str("SOURCE_URL", default="")

# Rooms

INSTALLED_APPS = [
    "posture.apps.PostureConfig",
    "posture.apps.StaffConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "posture.catalogue",
    "posture.accounts",
    "assessments",
]

# The headers stand above WhiteNoise, which answers for static files before what follows it.
MIDDLEWARE = [
    "posture.security.Headers",
    "posture.logs.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "posture.accounts.middleware.Accounts",
    "assessments.visitors.RenewBrowserKey",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "posture.urls"
WSGI_APPLICATION = "posture.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["posture.markup"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "posture.site.context",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Database


def sqlite(config: dict[str, Any]) -> dict[str, Any]:
    """Writers wait for each other in turn, and an acknowledged write survives a power cut."""
    options = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
    return config | {"CONN_MAX_AGE": None, "OPTIONS": options}


def postgresql(config: dict[str, Any]) -> dict[str, Any]:
    """A pool whose connections are checked, so that a restarted server costs no request."""
    options = config.get("OPTIONS", {}) | {"pool": {"min_size": 1, "max_size": 8}}
    return config | {"CONN_HEALTH_CHECKS": True, "OPTIONS": options}


ENGINES = {"django.db.backends.sqlite3": sqlite, "django.db.backends.postgresql": postgresql}
DATABASE_URL = env.str("DATABASE_URL", default=f"sqlite:///{VAR / 'plumb.sqlite3'}")
if not DATABASE_URL.startswith(("sqlite:///", "postgres://", "postgresql://")):
    stop("DATABASE_URL must begin with sqlite:/// or postgresql://.")
database = read("DATABASE_URL", env.db_url, must="a readable address", default=DATABASE_URL)
DATABASES = {"default": ENGINES[database["ENGINE"]](database)}

# One process counts its rate limits for itself; several share them in the database.
CACHE_BACKEND = "db.DatabaseCache" if PRODUCTION else "locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": f"django.core.cache.backends.{CACHE_BACKEND}", "LOCATION": "cache"}
}

# Browser and transport

COOKIE_PREFIX = "__Host-" if PRODUCTION else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}session"
SESSION_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_AGE = 30 * 24 * 3600
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrf"
CSRF_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "posture.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

TRUSTED_PROXIES = read("TRUSTED_PROXIES", env.int, must="a whole number", default=0)
if TRUSTED_PROXIES < 0:
    stop("TRUSTED_PROXIES must be 0 or more.")
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # joining the preload list is the operator's choice
X_FRAME_OPTIONS = "DENY"

SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "font-src": ["'self'"],
    "img-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "object-src": ["'none'"],
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 1

# Static files

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else needs our files
STORAGES = {
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Mail, without which addresses are not verified and staff reset passwords

EMAIL_URL = env.str("EMAIL_URL", default="")
MAIL = bool(EMAIL_URL)
if MAIL:
    mail = read(
        "EMAIL_URL", env.email_url, must="a mail server such as smtp+tls://user:key@host:587"
    )
    vars().update({name: value for name, value in mail.items() if name.startswith("EMAIL_")})
DEFAULT_FROM_EMAIL = CONTACT_EMAIL or "plumb@localhost"

# Accounts

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email"]},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/history/"
STAFF_NEED_SECOND_FACTOR = PRODUCTION

ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
ACCOUNT_ADAPTER = "posture.accounts.adapters.AccountAdapter"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PRODUCTION else "http"
ACCOUNT_EMAIL_NOTIFICATIONS = MAIL
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if MAIL else "none"
ACCOUNT_FORMS = {
    "login": "posture.accounts.forms.LoginForm",
    "signup": "posture.accounts.forms.SignupForm",
    "add_email": "posture.accounts.forms.ChangeEmailForm",
    "change_password": "posture.accounts.forms.ChangePasswordForm",
    "set_password": "posture.accounts.forms.SetPasswordForm",
    "reset_password": "posture.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "posture.accounts.forms.ResetPasswordKeyForm",
    "reauthenticate": "posture.accounts.forms.ReauthenticateForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_RATE_LIMITS = {"start_check": "30/m/ip", "claim": "20/m/user"}
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
MFA_ADAPTER = "posture.accounts.adapters.MFAAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = not MAIL
MFA_FORMS = {
    "authenticate": "posture.accounts.forms.AuthenticateForm",
    "reauthenticate": "posture.accounts.forms.ReauthenticateCodeForm",
    "activate_totp": "posture.accounts.forms.ActivateTOTPForm",
}
MFA_TOTP_ISSUER = "Plumb"

# Words

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["posture.formats"]
USE_I18N = True
TIME_ZONE = read("TIME_ZONE", zone, must="a time zone such as Europe/Vienna", default="UTC")
USE_TZ = True

LOGGING = logs.configure()
