"""Where calendars and cards answer, in every language."""

from django.urls import path

from home.events import views

urlpatterns = [
    path("kalenteri/tapahtuma/<slug:slug>.ics", views.event_calendar, name="event_calendar"),
    path("kalenteri/<slug:slug>.ics", views.hours_calendar, name="hours_calendar"),
    path("yhteystieto/<slug:key>.vcf", views.contact_card, name="contact_card"),
]
