"""People who sign in, their one-time links, and the table of the cache that counts attempts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import Lower

import amana.ground.clock

# The layout that django.core.cache.backends.db reads. Unlogged: it is written often and worth
# nothing after a crash of the server.
CACHE = """
CREATE UNLOGGED TABLE accounts_cache (
  cache_key varchar(255) PRIMARY KEY,
  value text NOT NULL,
  expires timestamp with time zone NOT NULL
);
CREATE INDEX accounts_cache_expires ON accounts_cache (expires);
"""
NO_CACHE = "DROP TABLE accounts_cache;"


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False,
                                           verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True,
                                                    verbose_name="last login")),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("language", models.CharField(
                    choices=[("ar", "العربية"), ("en", "English"), ("fr", "Français")],
                    default="ar", max_length=2)),
                ("is_active", models.BooleanField(default=True)),
                ("is_administrator", models.BooleanField(default=False)),
                ("joined", models.DateTimeField(default=amana.ground.clock.now)),
            ],
            options={
                "ordering": ["name", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(email=Lower("email")),
                        name="account_email_is_lower_case"),
                    models.CheckConstraint(
                        condition=models.Q(language__in=["ar", "en", "fr"]),
                        name="account_language_is_known"),
                    models.CheckConstraint(
                        condition=~models.Q(email="") & ~models.Q(name=""),
                        name="account_is_of_someone"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OneTimeLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False,
                                           verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made", models.DateTimeField(default=amana.ground.clock.now)),
                ("expires", models.DateTimeField()),
                ("used", models.DateTimeField(blank=True, null=True)),
                ("user", models.ForeignKey(
                    blank=True, null=True, on_delete=django.db.models.deletion.CASCADE,
                    related_name="links", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["-made"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(expires__gt=models.F("made")),
                        name="link_expires_after_made"),
                ],
            },
        ),
        migrations.RunSQL(CACHE, NO_CACHE),
    ]
