"""The admin's forms of pictures and documents: wherever a file is uploaded, these rules hold.

Wagtail builds its forms for the library, for many files at once and for the chooser's upload tab on these two
(`WAGTAILIMAGES_IMAGE_FORM_BASE`, `WAGTAILDOCS_DOCUMENT_FORM_BASE`).
"""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models.fields.files import FieldFile
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from kasper_site.cms.publish_checks.rules.pictures import is_empty
from kasper_site.cms.uploads import document_text, documents, focus
from kasper_site.cms.uploads.fields import PictureField, word_document


class PictureForm(BaseImageForm):
    """A picture is described when it is uploaded and kept without what its file tells of the maker."""

    # Off where the file comes first and the words are asked for in a form of their own.
    asks_description = True

    focus = forms.ChoiceField(required=False, label=gettext_lazy("Most important part of the picture"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._word_description()
        self._word_focus()
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PictureField(label=given.label, required=given.required, widget=given.widget)

    def _word_description(self) -> None:
        field = self.fields["description"]
        field.required = self.asks_description
        field.help_text = _(
            "Tell in a sentence what the picture shows. It is read aloud to those who do not see the picture."
        )
        field.error_messages["required"] = field.widget.attrs["data-missing"] = _(
            "Tell in a sentence what the picture shows."
        )

    def _word_focus(self) -> None:
        has_focus = self.instance.has_focal_point()
        as_it_is = _("As it is marked in the picture") if has_focus else _("Not chosen: the middle is kept in sight")
        self.fields["focus"].choices = [("", as_it_is), *focus.CHOICES]
        self.fields["focus"].help_text = _("This part stays in sight where the picture is cut to fit a narrow place.")

    def clean_description(self):
        """Words, but not the file's name."""
        words = self.cleaned_data["description"]
        if words.strip() and is_empty(words):
            raise ValidationError(_("This is the name of a file. Tell in a sentence what the picture shows."))
        return words

    def save(self, commit=True):
        """The chosen part wins over what is marked in the picture."""
        if part := self.cleaned_data.get("focus"):
            focus.place(self.instance, part)
        return super().save(commit=commit)


class DocumentForm(BaseDocumentForm):
    """A document is of a kind that may be used, and is what its name says. One without text says so in its form."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            word_document(self.fields["file"])
        if problem := self.instance.pk and document_text.problem(self.instance):
            self._tell(problem)

    def _tell(self, problem: str) -> None:
        """By the file; where several have been uploaded at once, the form has no file and begins with the title."""
        field = self.fields.get("file") or self.fields["title"]
        field.help_text = format_html('<strong class="document-problem">{}</strong> {}', problem, field.help_text)

    def clean_file(self):
        """A new file after a look inside."""
        file = self.cleaned_data["file"]
        if file and not isinstance(file, FieldFile):
            documents.check(file)
        return file

    def save(self, commit=True):
        """A new file's text is for the search."""
        if "file" in self.changed_data:
            file = self.cleaned_data["file"]
            file.seek(0)
            document_text.read_at_once(self.instance, file.name, file.read())
            file.seek(0)
        return super().save(commit=commit)
