"""The times in the forms of facts: midnight as the end is 24, and what is no time says what to write instead."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.telepath import register as register_adapter
from wagtail.admin.widgets import AdminTimeInput
from wagtail.admin.widgets.datetime import AdminTimeInputAdapter

from kasper_site.directory import hours
from kasper_site.directory.today import typed

_MIDNIGHT = re.compile(r"\s*(klo\s*)?24([.:]00)?\s*")


class StartField(forms.TimeField):
    """When something opens or begins."""

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError as error:
            raise ValidationError(typed.no_time(str(value)), code="invalid") from error


class EndInput(AdminTimeInput):
    """Wagtail's field of a time; midnight stands there as people write it."""

    def format_value(self, value):
        return typed.MIDNIGHT_SHOWN if value == hours.MIDNIGHT else super().format_value(value)


class EndField(StartField):
    """When something closes or ends: 24 too."""

    def to_python(self, value):
        if isinstance(value, str) and _MIDNIGHT.fullmatch(value):
            return hours.MIDNIGHT
        return super().to_python(value)


def _of(field: models.TimeField) -> dict:
    if field.name == "closes":
        return {"form_class": EndField, "widget": EndInput}
    return {"form_class": StartField, "widget": AdminTimeInput}


def register() -> None:
    """Let the admin's forms use these for the times of models."""
    register_form_field_override(models.TimeField, override=_of)
    register_adapter(AdminTimeInputAdapter(), EndInput)
