"""The form for feedback on the site's accessibility."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasper_site.cms.public_forms import EmailField, LineField, PublicForm, TextField, path_of_ours

FORM_ADDRESS = "accessibility_feedback"
PAGE_PARAMETER = "sivu"
LONGEST_PAGE = 300
LONGEST_EMAIL = 254  # what the database keeps; RFC 5321 allows no longer one


class FeedbackForm(PublicForm):
    """Only the message must be there; whoever wants an answer leaves a mail address."""

    form_name = "accessibility-feedback"
    introduction = _(
        "You may write without giving your name. Do not tell about your health or your child's matters here."
    )
    note_template = "accessibility/privacy_note.html"

    message = TextField(
        label=_("What does not work?"),
        help_text=_("Tell what you wanted to do and what happened. One sentence is enough."),
        max_length=5000,
        error_messages={"required": _("Write what does not work. One sentence is enough.")},
    )
    page = LineField(
        label=_("On which page were you?"),
        help_text=_("The page's name or address."),
        max_length=LONGEST_PAGE,
        required=False,
    )
    name = LineField(label=_("Your name"), max_length=120, required=False)
    email = EmailField(
        label=_("Your e-mail"), help_text=_("If you want an answer."), max_length=LONGEST_EMAIL, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["message"].widget.attrs["rows"] = 6
        self.fields["page"].widget.attrs.update(autocapitalize="none", spellcheck="false")
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["email"].widget.attrs["autocomplete"] = "email"


def page_in_question(request: HttpRequest) -> str:
    """The path of the page that a visitor may mean: named in the address, else the one they came from."""
    path = request.GET.get(PAGE_PARAMETER, "") or path_of_ours(request)
    path = path.replace("\x00", "")
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\")) and len(path) <= LONGEST_PAGE
    return path if is_ours and not path.startswith(reverse(FORM_ADDRESS)) else ""
