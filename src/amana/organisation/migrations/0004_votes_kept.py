"""Exemptions from the suspension of the vote are kept, as all dated rows are."""

from django.db import migrations

from amana.ground.constraints import dated_triggers


class Migration(migrations.Migration):
    dependencies = [("organisation", "0003_votes")]
    operations = [dated_triggers("organisation_voteexemption")]
