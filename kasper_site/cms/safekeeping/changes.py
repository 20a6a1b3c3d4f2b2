"""What was changed in a fact, in words, kept with the entry of its history: one reads who changed what to what."""

from collections.abc import Iterator
from typing import NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.log_actions import registry

from kasper_site.cms.safekeeping.words import LIMIT, value_words

EDIT = "wagtail.edit"
KEY = "changes"
# The values of a form's fields and child relations in words, by their names.
State = dict[str, str]


class Change(NamedTuple):
    """A field or child relation with its words before and after."""

    name: str
    old: str
    new: str


def state_of(form, instance: models.Model, *, is_typed: bool = False) -> State:
    """The values of what the form edits: of the instance, or of its rows as they were typed into the form."""
    if not instance.pk:
        return {}
    fields = {name: value_words(instance, name) for name in form.fields if _has_field(instance, name)}
    rows = _typed_rows if is_typed else _kept_rows
    relations = {name: "; ".join(rows(formset, instance, name)) for name, formset in form.formsets.items()}
    return {**fields, **relations}


def compare(old: State, new: State) -> list[Change]:
    """What differs, in the order of the form."""
    return [Change(name, old[name], new.get(name, "")) for name in old if old[name] != new.get(name, "")]


def keep(instance: models.Model, found: list[Change]) -> None:
    """Write the changes into the newest entry of the fact's history."""
    entry = registry.get_logs_for_instance(instance).filter(action=EDIT).first()
    if entry is not None and found:
        entry.data = {**entry.data, KEY: [[name, old[:LIMIT], new[:LIMIT]] for name, old, new in found]}
        entry.save(update_fields=["data"])


def sentence(entry) -> str:
    """The changes of an entry of a history: “Puhelin: 044 350 5179 → 050 123 4567”; "" where none were kept."""
    model = entry.content_type.model_class() if entry.content_type else None
    return " · ".join(_words(model, *change) for change in entry.data.get(KEY, ()))


def _words(model, name: str, old: str, new: str) -> str:
    nothing = _("nothing")
    return f"{_label(model, name)}: {old or nothing} → {new or nothing}"


def _label(model, name: str) -> str:
    try:
        field = model._meta.get_field(name)
    except (AttributeError, FieldDoesNotExist):
        return name
    own = getattr(field, "verbose_name", None) or field.related_model._meta.verbose_name_plural
    return capfirst(str(own))


def _has_field(instance: models.Model, name: str) -> bool:
    return any(field.name == name for field in instance._meta.fields)


def _kept_rows(formset, instance: models.Model, relation: str) -> Iterator[str]:
    """The rows of a child relation, in words."""
    names = list(formset.form.base_fields)
    for row in getattr(instance, relation).all():
        yield _row_words(row, names)


def _typed_rows(formset, _instance: models.Model, _relation: str) -> Iterator[str]:
    """The rows of the sent form, without those that it removes."""
    removed = formset.deleted_forms if formset.is_valid() else []
    for form in formset:
        if form not in removed and (form.instance.pk or form.has_changed()):
            yield _row_words(form.instance, list(formset.form.base_fields))


def _row_words(row: models.Model, names: list[str]) -> str:
    values = (value_words(row, name) for name in names if _has_field(row, name) and name != row._meta.pk.name)
    return " ".join(value for value in values if value)
