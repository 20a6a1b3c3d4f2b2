"""Events in the index. The next start builds it anew, for the one that stands holds none; it answers meanwhile."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

postings = import_module("search.migrations.0002_postings")


def ask_for_a_rebuild(apps, schema_editor):
    """No analyser has this name, so `search.index.upkeep` finds the index out of date."""
    apps.get_model("search", "IndexState").objects.update(analyser="")


def trigger_again(apps, schema_editor):
    """Backwards, SQLite makes the table anew to take the column off, and loses the triggers of migration 0002."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in postings.SQLITE[1:]:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0005_events"),
        ("search", "0003_editors_words_and_counts"),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, trigger_again),
        migrations.RemoveIndex(model_name="entry", name="search_entry_owner"),
        migrations.AddField(
            model_name="entry",
            name="event",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="directory.event",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=["generation", "language", "page", "document", "event"], name="search_entry_owner"
            ),
        ),
        migrations.RunPython(ask_for_a_rebuild, migrations.RunPython.noop),
    ]
