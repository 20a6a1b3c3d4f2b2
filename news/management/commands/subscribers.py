import json

from django.core.management.base import BaseCommand, CommandError

from news.models import Subscriber
from news.subscriptions import keeping


class Command(BaseCommand):
    help = "Shows or deletes all that is kept of a subscriber, by their e-mail address."

    def add_arguments(self, parser):
        parser.add_argument("action", choices=["export", "delete"])
        parser.add_argument("address")

    def handle(self, *args, action, address, **options):
        subscriber = Subscriber.objects.with_address(address).first()
        if subscriber is None:
            raise CommandError("Nothing is kept of this address.")
        if action == "export":
            self.stdout.write(json.dumps(keeping.own_data(subscriber), ensure_ascii=False, indent=2))
        else:
            keeping.leave(subscriber)
            self.stdout.write("Deleted.")
