"""What a holiday does to the hours has three answers now, no longer two."""

from django.db import migrations, models

MODELS = ("Place", "Service")


def keep_answers(apps, schema_editor):
    """Those that holidays did not close go on as usual."""
    for name in MODELS:
        apps.get_model("directory", name).objects.filter(is_closed_on_holidays=False).update(holiday_policy="as_usual")


def keep_answers_back(apps, schema_editor):
    for name in MODELS:
        apps.get_model("directory", name).objects.exclude(holiday_policy="closed").update(is_closed_on_holidays=False)


def policy() -> models.CharField:
    """The new field."""
    return models.CharField(
        choices=[("closed", "closed"), ("as_usual", "open as on any day"), ("own_hours", "own hours")],
        default="closed",
        help_text="An exception for the day goes before this. Own hours: give them as rows of “Public holidays”.",
        max_length=10,
        verbose_name="on public holidays",
    )


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial")]

    operations = [
        migrations.AddField("place", "holiday_policy", policy()),
        migrations.AddField("service", "holiday_policy", policy()),
        migrations.RunPython(keep_answers, keep_answers_back),
        migrations.RemoveField("place", "is_closed_on_holidays"),
        migrations.RemoveField("service", "is_closed_on_holidays"),
        migrations.AlterField(
            "weeklyhours",
            "weekday",
            models.PositiveSmallIntegerField(
                choices=[
                    (0, "Monday"),
                    (1, "Tuesday"),
                    (2, "Wednesday"),
                    (3, "Thursday"),
                    (4, "Friday"),
                    (5, "Saturday"),
                    (6, "Sunday"),
                    (7, "Public holidays"),
                ],
                verbose_name="weekday",
            ),
        ),
    ]
