"""A heading that two people typed is set aside like a text."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("texts", "0005_series")]
    operations = [
        migrations.AddField(
            model_name="setaside", name="heading", field=models.BooleanField(default=False)
        )
    ]
