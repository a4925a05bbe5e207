"""What is said of texts, drafts and releases is kept."""

from django.db import migrations

from amana.ground.constraints import dated_triggers


class Migration(migrations.Migration):
    dependencies = [("texts", "0003_texts_in_time"), ("ground", "0001_initial")]
    operations = [
        dated_triggers(
            "texts_operation", "texts_workevent", "texts_release", "texts_draftrecord",
            "texts_draftblock", "texts_setaside", "texts_milestone",
        )
    ]
