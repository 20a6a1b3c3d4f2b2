"""The public addresses of the feedback form; in each language below its prefix."""

from django.urls import path

from kasper_site.accessibility import views
from kasper_site.accessibility.forms import FORM_ADDRESS

urlpatterns = [
    path("palaute/saavutettavuus/", views.feedback, name=FORM_ADDRESS),
    path("palaute/saavutettavuus/kiitos/", views.thanks, name=views.THANKS_ADDRESS),
]
