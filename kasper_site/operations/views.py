"""Addresses for machines that watch over the site."""

from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder
from django.http import JsonResponse
from django.views.decorators.http import require_safe


@require_safe
def health(request):
    """200 when the database answers and is the site's, 503 when not; for load balancers and monitors."""
    try:
        # A row of a table of ours: a database that was swapped for an empty one answers too.
        is_well = MigrationRecorder.Migration.objects.exists()
    except DatabaseError:
        is_well = False
    return JsonResponse({"database": is_well}, status=200 if is_well else 503)
