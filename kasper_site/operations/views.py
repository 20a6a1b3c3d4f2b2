"""Addresses for machines that watch over the site."""

from django.db import OperationalError, connection
from django.http import JsonResponse


def health(request):
    """200 when the database answers, 503 when not; for load balancers and monitors."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except OperationalError:
        return JsonResponse({"database": False}, status=503)
    return JsonResponse({"database": True})
