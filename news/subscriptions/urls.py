"""The addresses of subscriptions; in each language below its prefix."""

from django.urls import path

from news.subscriptions import views

urlpatterns = [
    path("tilaa/", views.subscribe, name="subscription"),
    path("tilaa/posti/", views.asked, name="subscription_asked"),
    path("tilaa/vahvista/", views.confirm, name="subscription_confirm"),
    path("tilaa/vahvistettu/", views.confirmed, name="subscription_confirmed"),
    path("tilaa/oma/", views.own, name="subscription_own"),
    path("tilaa/oma/tiedot.json", views.own_data, name="subscription_data"),
    path("tilaa/lopeta/", views.leave, name="subscription_leave"),
]
