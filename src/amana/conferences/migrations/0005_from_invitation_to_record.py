"""What surrounds a session: from the invitation to the record."""


import amana.ground.dated
import amana.ground.fields
import amana.kernel.words
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0004_cluster"),
        ("ground", "0002_jobs"),
        ("organisation", "0004_votes_kept"),
        ("texts", "0006_headings_aside"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Booth",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("contest", models.CharField(max_length=120)),
                ("ordinal", models.PositiveSmallIntegerField()),
                ("ballot", models.PositiveSmallIntegerField(null=True)),
                ("kind", models.CharField(max_length=20)),
                ("places", models.PositiveSmallIntegerField()),
                (
                    "field",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120), size=None
                    ),
                ),
                ("modulus", models.TextField(blank=True)),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "Open"), ("closed", "Closed"), ("counted", "Counted")],
                        default="open",
                        max_length=7,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=120, unique=True)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "of",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MeetingTime",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                ("starts", models.DateTimeField()),
                ("ends", models.DateTimeField()),
                (
                    "title",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=2),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "set_up",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("plenary", "Plenary"),
                            ("classroom", "Classroom"),
                            ("round_table", "Round Table"),
                            ("theatre", "Theatre"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "access",
                    models.CharField(
                        choices=[("public", "Public"), ("closed", "Closed")],
                        default="public",
                        max_length=6,
                    ),
                ),
                (
                    "expected",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("cancelled", models.BooleanField(default=False)),
                ("reason", models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name="ParticipantsList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("way", models.CharField(choices=[("in", "In"), ("out", "Out")], max_length=3)),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("in", "In"),
                            ("out", "Out"),
                            ("already", "Already"),
                            ("not_inside", "Not Inside"),
                            ("revoked", "Revoked"),
                            ("ended", "Ended"),
                        ],
                        max_length=10,
                    ),
                ),
                ("device", models.CharField(max_length=40)),
                ("key", models.CharField(max_length=40)),
                ("desk", models.CharField(blank=True, max_length=60)),
                ("at", models.DateTimeField()),
                ("scanned", models.DateTimeField(blank=True, null=True)),
                ("account", models.CharField(blank=True, max_length=120)),
            ],
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                ("key", models.CharField(max_length=120)),
                (
                    "title",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "text",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "fate",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("adopted", "Adopted"),
                            ("amended", "Amended"),
                            ("deferred", "Deferred"),
                            ("not-taken-up", "Not Taken Up"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                ("decision", models.CharField(blank=True, max_length=240)),
            ],
        ),
        migrations.CreateModel(
            name="RecordRelease",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("meeting", models.PositiveSmallIntegerField()),
                ("until", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Room",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=80, unique=True)),
                (
                    "names",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "venue",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "city",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                ("zone", models.CharField(blank=True, max_length=40)),
                ("seats", models.JSONField(blank=True, default=dict)),
                ("booths", models.PositiveSmallIntegerField(default=0)),
                ("active", models.BooleanField(default=True)),
            ],
        ),
        migrations.CreateModel(
            name="Ruling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("accepted", "Accepted"),
                            ("provisional", "Provisional"),
                            ("challenged", "Challenged"),
                            ("rejected", "Rejected"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "organ",
                    models.CharField(
                        choices=[("committee", "Committee"), ("plenary", "Plenary")], max_length=9
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Seating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                ("language", models.CharField(max_length=2)),
                ("first", models.CharField(blank=True, max_length=120)),
                ("chair", models.CharField(blank=True, max_length=120)),
                ("desks", models.PositiveSmallIntegerField(default=10)),
            ],
        ),
        migrations.CreateModel(
            name="SeatMoved",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                (
                    "block",
                    models.CharField(
                        choices=[("members", "Members"), ("observers", "Observers")], max_length=9
                    ),
                ),
                ("row_number", models.PositiveSmallIntegerField()),
                ("seat_number", models.PositiveSmallIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Standing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                ("key", models.CharField(max_length=120)),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("ordinary", "Ordinary"),
                                ("extraordinary", "Extraordinary"),
                                ("resumed", "Resumed"),
                            ],
                            max_length=14,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("place", models.PositiveSmallIntegerField()),
                (
                    "names",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "explanation",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
            ],
            options={
                "verbose_name_plural": "standing",
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                ("party", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("reservation", "Reservation"),
                            ("disassociation", "Disassociation"),
                            ("explanation", "Explanation"),
                            ("statement", "Statement"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "text",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
            ],
        ),
        migrations.CreateModel(
            name="UploadedList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("account", models.CharField(max_length=120)),
                ("name", models.CharField(max_length=200)),
                ("data", models.BinaryField()),
                ("made", models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name="decision",
            name="entry",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="decision",
            name="how",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="decision",
            name="proposal",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name="session",
            name="exercise",
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=120, unique=True)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="conferences.session",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BallotBox",
            fields=[
                (
                    "booth",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="box",
                        serialize=False,
                        to="conferences.booth",
                    ),
                ),
                ("papers", models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name="BallotList",
            fields=[
                (
                    "booth",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="published",
                        serialize=False,
                        to="conferences.booth",
                    ),
                ),
                ("text", models.TextField()),
                ("hash", models.CharField(max_length=64)),
                ("outcome", models.JSONField(default=dict)),
            ],
        ),
        migrations.CreateModel(
            name="Handed",
            fields=[
                (
                    "booth",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="handed",
                        serialize=False,
                        to="conferences.booth",
                    ),
                ),
                ("taken", models.JSONField(default=dict)),
                (
                    "by_hand",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80), default=list, size=None
                    ),
                ),
                ("secret", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Condition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                ("key", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ordinary", "Ordinary"),
                            ("extraordinary", "Extraordinary"),
                            ("resumed", "Resumed"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "initiatives",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("rule", "Rule"),
                                ("state", "State"),
                                ("secretary-general", "Secretary General"),
                                ("council", "Council"),
                                ("decision", "Decision"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                (
                    "alone",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("rule", "Rule"),
                                ("state", "State"),
                                ("secretary-general", "Secretary General"),
                                ("council", "Council"),
                                ("decision", "Decision"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("notice", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ground.act",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conditions",
                        to="organisation.body",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conditions",
                        to="organisation.rulename",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Convening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                ("key", models.CharField(max_length=80)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ordinary", "Ordinary"),
                            ("extraordinary", "Extraordinary"),
                            ("resumed", "Resumed"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[("asked", "Asked"), ("convened", "Convened")], max_length=8
                    ),
                ),
                (
                    "initiative",
                    models.CharField(
                        choices=[
                            ("rule", "Rule"),
                            ("state", "State"),
                            ("secretary-general", "Secretary General"),
                            ("council", "Council"),
                            ("decision", "Decision"),
                        ],
                        max_length=20,
                    ),
                ),
                ("requests", models.JSONField(blank=True, default=list)),
                ("members", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("needed", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "purpose",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "venue",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                ("otherwise", models.TextField(blank=True)),
                ("notified", models.DateField(blank=True, null=True)),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ground.act",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="convenings",
                        to="organisation.body",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resumptions",
                        to="conferences.session",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="convenings",
                        to="conferences.session",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Correspondence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                ("party", models.CharField(max_length=120)),
                ("language", models.CharField(max_length=2)),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ground.act",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                ("key", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("invitation", "Invitation"),
                            ("agenda", "Agenda"),
                            ("requests", "Requests"),
                            ("documents", "Documents"),
                            ("translation", "Translation"),
                            ("credentials", "Credentials"),
                            ("amendments", "Amendments"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("ordinary", "Ordinary"),
                                ("extraordinary", "Extraordinary"),
                                ("resumed", "Resumed"),
                            ],
                            max_length=14,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "names",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                ("days", models.PositiveSmallIntegerField()),
                (
                    "mark",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ground.act",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deadlines",
                        to="organisation.body",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Delegate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegates",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Badge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("serial", models.CharField(max_length=16, unique=True)),
                ("issued", models.DateTimeField()),
                ("revoked", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=300)),
                (
                    "delegate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="badges",
                        to="conferences.delegate",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Accreditation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                (
                    "names",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "title",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "rank",
                    models.CharField(
                        choices=[
                            ("head", "Head"),
                            ("alternate", "Alternate"),
                            ("delegate", "Delegate"),
                            ("adviser", "Adviser"),
                            ("support", "Support"),
                        ],
                        default="delegate",
                        max_length=9,
                    ),
                ),
                (
                    "protocol",
                    models.CharField(
                        choices=[
                            ("head_of_state", "Head Of State"),
                            ("head_of_government", "Head Of Government"),
                            ("minister", "Minister"),
                            ("deputy_minister", "Deputy Minister"),
                            ("ambassador", "Ambassador"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=18,
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("photo", models.CharField(blank=True, max_length=64)),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ground.act",
                    ),
                ),
                (
                    "delegate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accreditations",
                        to="conferences.delegate",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=220, unique=True)),
                ("party", models.CharField(max_length=120)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("member", "Member"),
                            ("observer", "Observer"),
                            ("guest", "Guest"),
                        ],
                        default="member",
                        max_length=8,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to="organisation.body",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to="conferences.session",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to="organisation.state",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "key"],
            },
        ),
        migrations.AddField(
            model_name="delegate",
            name="delegation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="delegates",
                to="conferences.delegation",
            ),
        ),
        migrations.CreateModel(
            name="Credential",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[("original", "Original"), ("copy", "Copy"), ("letter", "Letter")],
                        max_length=8,
                    ),
                ),
                (
                    "signatory",
                    models.CharField(
                        choices=[
                            ("head_of_state", "Head Of State"),
                            ("head_of_government", "Head Of Government"),
                            ("foreign_minister", "Foreign Minister"),
                            ("other", "Other"),
                        ],
                        max_length=18,
                    ),
                ),
                ("signed", models.DateField(blank=True, null=True)),
                ("file", models.CharField(blank=True, max_length=64)),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ground.act",
                    ),
                ),
                (
                    "delegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credentials",
                        to="conferences.delegation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Feed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made", models.DateTimeField()),
                ("revoked", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feeds",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ItemDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                ("key", models.CharField(max_length=140)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("report", "Report"),
                            ("draft-resolution", "Draft Resolution"),
                            ("note", "Note"),
                            ("amendment", "Amendment"),
                            ("other", "Other"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "title",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                ("symbol", models.CharField(blank=True, max_length=120)),
                ("milestone", models.PositiveIntegerField(blank=True, null=True)),
                ("pinned", models.DateTimeField(blank=True, null=True)),
                ("day", models.DateField(blank=True, null=True)),
                ("words", models.PositiveIntegerField(default=0)),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=2),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("due", models.DateField(blank=True, null=True)),
                ("submitted", models.DateField(blank=True, null=True)),
                (
                    "distribution",
                    models.CharField(
                        choices=[
                            ("general", "General"),
                            ("limited", "Limited"),
                            ("restricted", "Restricted"),
                        ],
                        default="limited",
                        max_length=10,
                    ),
                ),
                (
                    "sensitivity",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("confidential", "Confidential"),
                            ("secret", "Secret"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                (
                    "readers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ground.act",
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="slots",
                        to="texts.draft",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="conferences.agendaitem",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="slots",
                        to="texts.work",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ItemRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                ("place", models.PositiveIntegerField()),
                (
                    "title",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "explanation",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("standing", "Standing"),
                            ("mandate", "Mandate"),
                            ("request", "Request"),
                            ("recommendation", "Recommendation"),
                            ("deferred", "Deferred"),
                            ("proposal", "Proposal"),
                        ],
                        max_length=14,
                    ),
                ),
                ("came_from", models.CharField(blank=True, max_length=240)),
                ("asked_by", models.CharField(blank=True, max_length=120)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("provisional", "Provisional"),
                            ("adopted", "Adopted"),
                            ("deleted", "Deleted"),
                            ("deferred", "Deferred"),
                        ],
                        default="proposed",
                        max_length=11,
                    ),
                ),
                (
                    "fate",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("considered", "Considered"),
                            ("adopted", "Adopted"),
                            ("amended", "Amended"),
                            ("deferred", "Deferred"),
                            ("not-taken-up", "Not Taken Up"),
                        ],
                        max_length=12,
                    ),
                ),
                ("decision", models.CharField(blank=True, max_length=240)),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ground.act",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="conferences.agendaitem",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inner",
                        to="conferences.agendaitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="JournalIssue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("content", models.JSONField()),
                ("by_name", models.CharField(max_length=300)),
                ("published", models.DateTimeField()),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ground.act",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="journal",
                        to="conferences.session",
                    ),
                ),
            ],
            options={
                "ordering": ["-day", "session"],
            },
        ),
        migrations.CreateModel(
            name="JournalReader",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(max_length=254)),
                ("language", models.CharField(max_length=2)),
                ("token", models.CharField(max_length=64, unique=True)),
                ("asked", models.DateTimeField()),
                ("confirmed", models.DateTimeField(blank=True, null=True)),
                ("left", models.DateTimeField(blank=True, null=True)),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="journal_readers",
                        to="organisation.body",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="journal_readers",
                        to="conferences.session",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="JournalPost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("language", models.CharField(max_length=2)),
                ("subject", models.CharField(max_length=300)),
                ("text", models.TextField()),
                ("fault", models.CharField(blank=True, max_length=300)),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="conferences.journalissue",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="conferences.journalreader",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("exercise", models.BooleanField(default=False)),
                ("number", models.PositiveIntegerField()),
                ("language", models.CharField(max_length=2)),
                (
                    "addressee",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                ("dated", models.DateField()),
                (
                    "paragraphs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("numbered", "Numbered"),
                            ("initialled", "Initialled"),
                            ("sealed", "Sealed"),
                            ("sent", "Sent"),
                        ],
                        default="numbered",
                        max_length=10,
                    ),
                ),
                ("initialled_by", models.CharField(blank=True, max_length=120)),
                ("sealed_by", models.CharField(blank=True, max_length=120)),
                ("sent", models.DateField(blank=True, null=True)),
                ("way", models.CharField(blank=True, max_length=120)),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ground.act",
                    ),
                ),
                (
                    "delegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="conferences.delegation",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="conferences.session",
                    ),
                ),
            ],
            options={
                "ordering": ["year", "number"],
            },
        ),
        migrations.CreateModel(
            name="LetterCounter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("exercise", models.BooleanField(default=False)),
                ("next", models.PositiveIntegerField(default=1)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("year", "exercise"), name="one_letter_counter")
                ],
            },
        ),
        migrations.CreateModel(
            name="Log",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=120, unique=True)),
                (
                    "names",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("rulebook", models.CharField(max_length=60)),
                ("language", models.CharField(default="en", max_length=2)),
                ("exercise", models.BooleanField(default=False)),
                ("before", models.JSONField(default=dict)),
                ("made", models.DateTimeField()),
                ("door", models.CharField(max_length=64)),
                ("length", models.PositiveIntegerField(default=0)),
                ("head", models.CharField(max_length=64)),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="logs",
                        to="conferences.session",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("n", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                ("do", models.CharField(max_length=40)),
                (
                    "by",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80), default=list, size=None
                    ),
                ),
                ("more", models.JSONField(default=dict)),
                ("key", models.CharField(blank=True, max_length=80)),
                ("account", models.CharField(blank=True, max_length=120)),
                ("duty", models.CharField(max_length=40)),
                ("prev", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
                (
                    "log",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="conferences.log",
                    ),
                ),
            ],
            options={
                "ordering": ["log", "n"],
            },
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fact", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("since_mark", models.CharField(blank=True, max_length=24)),
                ("until_mark", models.CharField(blank=True, max_length=24)),
                (
                    "basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        max_length=6,
                    ),
                ),
                ("detail", models.JSONField(blank=True, default=dict)),
                (
                    "note",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "conflict",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "recorded",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        default=amana.ground.dated.from_now, editable=False
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("chair", "Chair"),
                            ("secretary", "Secretary"),
                            ("interpreter", "Interpreter"),
                            ("teller", "Teller"),
                        ],
                        max_length=12,
                    ),
                ),
                ("delegation", models.CharField(blank=True, max_length=80)),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ground.act",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "log",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="conferences.log",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("document", models.CharField(max_length=80)),
                ("block", models.CharField(max_length=200)),
                ("language", models.CharField(max_length=2)),
                ("generated", models.TextField()),
                ("corrected", models.TextField(blank=True)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("by_name", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ground.act",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="conferences.session",
                    ),
                ),
                (
                    "log",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="conferences.log",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="booth",
            name="log",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="booths",
                to="conferences.log",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="log",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to="conferences.log",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("log__isnull", False)),
                fields=("log", "proposal"),
                name="one_decision_a_proposal",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="log",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="meetings",
                to="conferences.log",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="meetings",
                to="conferences.session",
            ),
        ),
        migrations.AddField(
            model_name="meetingtime",
            name="act",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ground.act"
            ),
        ),
        migrations.AddField(
            model_name="meetingtime",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="times",
                to="conferences.meeting",
            ),
        ),
        migrations.AddField(
            model_name="participantslist",
            name="act",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ground.act"
            ),
        ),
        migrations.AddField(
            model_name="participantslist",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="participants_lists",
                to="conferences.session",
            ),
        ),
        migrations.AddField(
            model_name="passage",
            name="badge",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="passages",
                to="conferences.badge",
            ),
        ),
        migrations.AddField(
            model_name="passage",
            name="delegate",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="passages",
                to="conferences.delegate",
            ),
        ),
        migrations.AddField(
            model_name="passage",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="passages",
                to="conferences.session",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="act",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ground.act"
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="draft",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="recommendations",
                to="texts.draft",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="item",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="recommendations",
                to="conferences.agendaitem",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="made_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="recommended",
                to="organisation.body",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="made_in",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="recommendations",
                to="conferences.session",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="made_to",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="recommendations",
                to="organisation.body",
            ),
        ),
        migrations.AddField(
            model_name="recordrelease",
            name="act",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ground.act"
            ),
        ),
        migrations.AddField(
            model_name="recordrelease",
            name="log",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="releases",
                to="conferences.log",
            ),
        ),
        migrations.AddField(
            model_name="meetingtime",
            name="room",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="times",
                to="conferences.room",
            ),
        ),
        migrations.AddField(
            model_name="ruling",
            name="act",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ground.act"
            ),
        ),
        migrations.AddField(
            model_name="ruling",
            name="delegation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rulings",
                to="conferences.delegation",
            ),
        ),
        migrations.AddField(
            model_name="seating",
            name="act",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ground.act"
            ),
        ),
        migrations.AddField(
            model_name="seating",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="seatings",
                to="conferences.session",
            ),
        ),
        migrations.AddField(
            model_name="seatmoved",
            name="act",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ground.act"
            ),
        ),
        migrations.AddField(
            model_name="seatmoved",
            name="delegation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="seats_moved",
                to="conferences.delegation",
            ),
        ),
        migrations.AddField(
            model_name="seatmoved",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="seats_moved",
                to="conferences.session",
            ),
        ),
        migrations.AddField(
            model_name="standing",
            name="act",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ground.act"
            ),
        ),
        migrations.AddField(
            model_name="standing",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="standing_items",
                to="organisation.body",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="act",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ground.act"
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="decision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="statements",
                to="conferences.decision",
            ),
        ),
        migrations.AddField(
            model_name="uploadedlist",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="conferences.session",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                fields=("session", "number"), name="one_item_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="condition",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("body", "="), ("kind", "="), ("during", "&&")],
                name="one_condition_a_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="condition",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="condition_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="condition",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="condition_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="convening",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("key", "="), ("during", "&&")],
                name="one_convening_a_session",
            ),
        ),
        migrations.AddConstraint(
            model_name="convening",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="convening_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="convening",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="convening_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="correspondence",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("party", "="), ("during", "&&")],
                name="one_language_a_party",
            ),
        ),
        migrations.AddConstraint(
            model_name="correspondence",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="correspondence_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="correspondence",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="correspondence_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("key", "="), ("during", "&&")],
                name="one_value_a_deadline",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="deadline_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="deadline_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="badge",
            constraint=models.UniqueConstraint(
                condition=models.Q(("revoked", None)),
                fields=("delegate",),
                name="one_badge_a_delegate",
            ),
        ),
        migrations.AddConstraint(
            model_name="accreditation",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("delegate", "="), ("during", "&&")],
                name="one_accreditation_a_delegate",
            ),
        ),
        migrations.AddConstraint(
            model_name="accreditation",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="accreditation_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="accreditation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="accreditation_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("body__isnull", True), ("state__isnull", False)),
                    models.Q(("body__isnull", False), ("state__isnull", True)),
                    _connector="OR",
                ),
                name="delegation_has_one_party",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.UniqueConstraint(
                fields=("session", "state"), name="one_delegation_a_state"
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.UniqueConstraint(
                fields=("session", "body"), name="one_delegation_a_body"
            ),
        ),
        migrations.AddConstraint(
            model_name="delegate",
            constraint=models.UniqueConstraint(
                fields=("delegation", "user"), name="one_delegate_an_account"
            ),
        ),
        migrations.AddConstraint(
            model_name="credential",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("delegation", "="), ("form", "="), ("during", "&&")],
                name="one_paper_a_form",
            ),
        ),
        migrations.AddConstraint(
            model_name="credential",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="credential_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="credential",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="credential_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="feed",
            constraint=models.UniqueConstraint(
                condition=models.Q(("revoked", None)), fields=("user",), name="one_feed_a_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="itemdocument",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("key", "="), ("during", "&&")],
                name="one_document_a_key",
            ),
        ),
        migrations.AddConstraint(
            model_name="itemdocument",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="item_document_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="itemdocument",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="item_document_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="itemrecord",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("item", "="), ("during", "&&")],
                name="one_record_an_item",
            ),
        ),
        migrations.AddConstraint(
            model_name="itemrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="item_record_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="itemrecord",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="item_record_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="journalissue",
            constraint=models.UniqueConstraint(fields=("session", "day"), name="one_journal_a_day"),
        ),
        migrations.AddConstraint(
            model_name="journalreader",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("body__isnull", True), ("session__isnull", True), _connector="XOR"
                ),
                name="journal_reader_of_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="journalreader",
            constraint=models.UniqueConstraint(
                condition=models.Q(("body__isnull", False), ("left__isnull", True)),
                fields=("email", "body"),
                name="one_journal_reader_a_body",
            ),
        ),
        migrations.AddConstraint(
            model_name="journalreader",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left__isnull", True), ("session__isnull", False)),
                fields=("email", "session"),
                name="one_journal_reader_a_session",
            ),
        ),
        migrations.AddConstraint(
            model_name="journalpost",
            constraint=models.UniqueConstraint(
                condition=models.Q(("fault", "")),
                fields=("issue", "reader"),
                name="one_post_a_reader",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                fields=("exercise", "year", "number"), name="one_letter_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                fields=("delegation",), name="one_invitation_a_delegation"
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sealed_by", ""),
                    models.Q(("sealed_by", models.F("initialled_by")), _negated=True),
                    _connector="OR",
                ),
                name="letter_sealed_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="log",
            constraint=models.UniqueConstraint(
                fields=("session", "position"), name="one_log_a_position"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(fields=("log", "n"), name="one_entry_a_number"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("key", ""), _negated=True),
                fields=("log", "key"),
                name="one_entry_a_key",
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("log", "="), ("role", "="), ("user", "="), ("during", "&&")],
                name="one_duty_at_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="duty_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="duty_one_version",
            ),
        ),
        migrations.AddIndex(
            model_name="correction",
            index=models.Index(fields=["session", "document"], name="correction_of_document"),
        ),
        migrations.AddConstraint(
            model_name="booth",
            constraint=models.UniqueConstraint(
                fields=("log", "contest", "ordinal"), name="one_booth_an_ordinal"
            ),
        ),
        migrations.AddConstraint(
            model_name="booth",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "counted"), _negated=True),
                fields=("log", "contest"),
                name="one_booth_at_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                fields=("session", "number"), name="one_meeting_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="participantslist",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("session", "="), ("during", "&&")],
                name="one_participants_list",
            ),
        ),
        migrations.AddConstraint(
            model_name="participantslist",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="participants_list_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="participantslist",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="participants_list_one_version",
            ),
        ),
        migrations.AddIndex(
            model_name="passage",
            index=models.Index(fields=["session", "at"], name="passages_of_session"),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.UniqueConstraint(fields=("device", "key"), name="one_passage_a_key"),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("key", "="), ("during", "&&")],
                name="one_recommendation_a_key",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="recommendation_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="recommendation_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordrelease",
            constraint=models.UniqueConstraint(
                fields=("log", "meeting"), name="one_release_a_meeting"
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingtime",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True), ("cancelled", False)),
                expressions=[
                    ("room", "="),
                    (
                        models.Func(
                            "starts",
                            "ends",
                            django.contrib.postgres.fields.ranges.RangeBoundary(),
                            function="TSTZRANGE",
                            output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="one_meeting_a_room",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingtime",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__gt", models.F("starts"))),
                name="meeting_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingtime",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("meeting",),
                name="one_time_a_meeting",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingtime",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="meeting_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingtime",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="meeting_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="ruling",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("delegation", "="), ("during", "&&")],
                name="one_ruling_a_delegation",
            ),
        ),
        migrations.AddConstraint(
            model_name="ruling",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="ruling_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="ruling",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="ruling_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="seating",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("session", "="), ("during", "&&")],
                name="one_seating_a_session",
            ),
        ),
        migrations.AddConstraint(
            model_name="seating",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="seating_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="seating",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="seating_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="seatmoved",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("delegation", "="), ("during", "&&")],
                name="one_seat_moved_a_delegation",
            ),
        ),
        migrations.AddConstraint(
            model_name="seatmoved",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[
                    ("session", "="),
                    ("block", "="),
                    ("row_number", "="),
                    ("seat_number", "="),
                    ("during", "&&"),
                ],
                name="one_delegation_a_seat",
            ),
        ),
        migrations.AddConstraint(
            model_name="seatmoved",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="seat_moved_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="seatmoved",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="seat_moved_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="standing",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("key", "="), ("during", "&&")],
                name="one_standing_a_key",
            ),
        ),
        migrations.AddConstraint(
            model_name="standing",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="standing_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="standing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="standing_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                expressions=[("decision", "="), ("party", "="), ("kind", "="), ("during", "&&")],
                name="one_statement_of_a_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="statement_is_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded__upper_inf", True)),
                fields=("fact",),
                name="statement_one_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="uploadedlist",
            constraint=models.UniqueConstraint(
                fields=("session", "account"), name="one_list_at_a_time"
            ),
        ),
    ]
