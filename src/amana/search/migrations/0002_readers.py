"""Who may see an entry, and which titles are proposed. The index itself is made anew after this."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0001_initial'),
    ]

    operations = [
        # Every candidate is ranked by its vector: kept in the row and as it is, it is read at once.
        migrations.RunSQL(
            'ALTER TABLE search_entry SET (toast_tuple_target = 8160);'
            ' ALTER TABLE search_entry ALTER COLUMN vector SET STORAGE EXTERNAL',
            'ALTER TABLE search_entry RESET (toast_tuple_target);'
            ' ALTER TABLE search_entry ALTER COLUMN vector SET STORAGE EXTENDED',
        ),
        migrations.RemoveIndex(model_name='entry', name='search_entry_plain_idx'),
        migrations.AddField(
            model_name='entry',
            name='proposed',
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.AddField(
            model_name='entry',
            name='readers',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), blank=True, db_default=[], default=list, size=None),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass('plain', 'gin_trgm_ops'), condition=models.Q(('proposed', True)), name='search_entry_near_idx'),
        ),
    ]
