"""The forms of a subscription: to begin one, and to change one's wishes."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kasper_site.cms.public_forms import EmailField, PublicForm
from news.models.subscriber import LONGEST_EMAIL, Subscriber
from news.models.topic import Topic


class WishesForm(PublicForm):
    """What a subscriber wants. No topic means all."""

    form_name = "subscription-wishes"
    not_taken = _("The changes were not saved yet")

    is_press = forms.BooleanField(
        label=_("I am a journalist"), help_text=_("The press gets releases first."), required=False
    )
    topics = forms.MultipleChoiceField(
        label=_("Topics"),
        help_text=_("If you choose none, you get all releases."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("One of the topics is gone. Choose again.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._topics = {str(topic.pk): topic for topic in Topic.objects.all()}
        self.fields["topics"].choices = [(key, topic.name) for key, topic in self._topics.items()]
        if not self._topics:
            del self.fields["topics"]

    @classmethod
    def of(cls, subscriber: Subscriber) -> "WishesForm":
        """The form as the subscriber has it."""
        topics = [str(topic.pk) for topic in subscriber.topics.all()]
        return cls(initial={"is_press": subscriber.is_press, "topics": topics})

    @property
    def wishes(self) -> dict:
        """What was chosen, as `keeping` takes it."""
        topics = [self._topics[key] for key in self.cleaned_data.get("topics", [])]
        return {"is_press": self.cleaned_data["is_press"], "topics": topics}


class SubscribeForm(WishesForm):
    """The wishes and the address. It does not tell whether the address is known."""

    form_name = "subscription"
    introduction = _("We mail you a link. The subscription begins when you confirm it there.")
    note_template = "news/subscriptions/privacy_note.html"
    not_taken = _("The subscription was not sent yet")

    email = EmailField(
        label=_("Your e-mail"),
        max_length=LONGEST_EMAIL,
        error_messages={"required": _("Write the e-mail address to which the releases are to come.")},
    )
    field_order = ["email", "is_press", "topics"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs.update(autocomplete="email", autocapitalize="none", spellcheck="false")

    def clean_email(self) -> str:
        """The address with its host as the net knows it, so that the same one is not written in two ways."""
        local, _at, domain = self.cleaned_data["email"].rpartition("@")
        try:
            host = domain.encode("idna").decode().lower()
        except UnicodeError:
            host = ""
        if not host or len(local) + 1 + len(host) > LONGEST_EMAIL:
            raise ValidationError(self.fields["email"].error_messages["invalid"])
        return f"{local}@{host}"
