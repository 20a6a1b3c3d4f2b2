"""From an empty database to a site that can be served. What is there already is left as it is."""

import logging
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import Error, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils.module_loading import import_string
from wagtail.models import Page, Site

from kasper_site.operations import admin_account, readiness, static_files

Progress = Callable[[str], object]

STEPS_A_LINE = 50


def prepare(progress: Progress) -> admin_account.Account:
    """Static files, tables, the first account, the steps of each start, the first content, its address, its index.

    Problem if something is missing or wrong; what can be told at once comes before anything slow.
    """
    admin_account.wanted_password()
    readiness.check_all()
    static_files.collect(progress)
    try:
        migrate(progress)
    except Error as error:
        raise readiness.migration_problem(error) from error
    account = admin_account.ensure()
    for step in settings.PREPARE_STEPS:
        import_string(step)()
    fill(progress)
    sync_address()
    for step in settings.LAST_STEPS:
        import_string(step)(progress)
    return account


def migrate(progress: Progress) -> bool:
    """Bring the tables up to date; False if they are."""
    executor = MigrationExecutor(connection)
    total = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if not total:
        return False
    progress(f"Setting up the database: {total} steps …")
    call_command("migrate", interactive=False, stdout=_StepCounter(total, progress))
    return True


class _StepCounter:
    """Takes the migrate command's output and tells only now and then how far it is."""

    def __init__(self, total: int, progress: Progress):
        self.total, self.progress, self.done = total, progress, 0

    def write(self, text: str) -> None:
        self.done += "Applying " in text
        if "Applying " in text and self.done % STEPS_A_LINE == 0:
            self.progress(f"  {self.done} of {self.total}")

    def flush(self) -> None:
        pass


def fill(progress: Progress) -> bool:
    """Run FIRST_RUN_STEPS if there is no page of ours yet: all or nothing, and never over anybody's work."""
    if has_content():
        return False
    logging.disable(logging.INFO)  # the progress lines tell enough
    try:
        with transaction.atomic():
            for step in settings.FIRST_RUN_STEPS:
                import_string(step)(progress=progress)
    finally:
        logging.disable(logging.NOTSET)
    return True


def has_content() -> bool:
    """Whether there is a page besides those that Wagtail makes itself (the root and a welcome page)."""
    plain_page = ContentType.objects.get_for_model(Page)
    return Page.objects.exclude(content_type=plain_page).exists()


def sync_address() -> bool:
    """Let the default site answer to PUBLIC_URL, so that Wagtail's links agree with it; False if it does."""
    site = Site.objects.filter(is_default_site=True).first()
    url = urlsplit(settings.PUBLIC_URL)
    port = url.port or (443 if url.scheme == "https" else 80)
    if site is None or (site.hostname, site.port) == (url.hostname, port):
        return False
    site.hostname, site.port = url.hostname, port
    site.save()
    return True
