import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("delivery", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="public_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="effect",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "Waiting"),
                    ("running", "Under way"),
                    ("done", "Done"),
                    ("failed", "Failed"),
                    ("dropped", "Left undone"),
                ],
                default="waiting",
                max_length=10,
            ),
        ),
    ]
