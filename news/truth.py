"""Connects what keeps old releases true: corrections, withdrawals, snapshots. Called once, by the app."""

from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published

from kasper_site.cms import gone, visibility
from kasper_site.delivery.outbox import kinds
from news import corrections, snapshots, withdrawals


def connect() -> None:
    """Subscribe to what corrections and the rest hang on."""
    page_published.connect(corrections.on_published)
    visibility.register_hidden(withdrawals.hidden)
    gone.register(withdrawals.answer)
    kinds.register("correction", _("Correction"), corrections.run, wanted=corrections.wanted, order=15)
    kinds.register("snapshot", _("What it tells"), snapshots.run, wanted=snapshots.wanted, order=90)
