"""From YAML to the fields of a model, the same for pages, facts and settings."""

from datetime import datetime

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from kasper_site.demo.references import ContentError, Reference, Resolver
from kasper_site.demo.streams import stream_value, text


def relations(model: type[models.Model]) -> dict:
    """The child relations of a model, such as a release's contacts, by name."""
    return {relation.get_accessor_name(): relation for relation in get_all_child_relations(model)}


def is_simple(model: type[models.Model], name: str, where: str) -> bool:
    """Whether a field holds one plain value: no blocks, no rows of its own."""
    if name in relations(model) or name in _choices(model):
        return False
    return not isinstance(_field(model, name, where), StreamField)


def empty(instance: models.Model) -> None:
    """Take a thing's own fields back to their defaults, so that what has left the file leaves the site."""
    for field in instance._meta.concrete_fields:
        if not field.primary_key and field.editable and field.model is not Page:
            setattr(instance, field.attname, field.get_default())
    for name in (*relations(type(instance)), *_choices(type(instance))):
        getattr(instance, name).set([])


def _choices(model: type[models.Model]) -> list[str]:
    """The fields that hold several rows of another model, such as a release's topics."""
    return [field.name for field in model._meta.many_to_many if isinstance(field, ParentalManyToManyField)]


def fill(instance: models.Model, values: dict, resolver: Resolver, where: str) -> None:
    """Set the named fields and child relations; unknown names and dangling references are errors."""
    children = relations(type(instance))
    for name, value in values.items():
        spot = f"{where}: {name}"
        if name in children:
            getattr(instance, name).set(_rows(children[name], value, resolver, spot))
        elif name in _choices(type(instance)):
            getattr(instance, name).set(_chosen(_field(type(instance), name, spot), value, resolver, spot))
        else:
            field = _field(type(instance), name, spot)
            setattr(instance, field.attname, _value(field, value, resolver, spot))


def clean(instance: models.Model, where: str, exclude=()) -> None:
    """Django's own validation, with the file and the field in the error."""
    try:
        instance.full_clean(exclude=exclude)
    except ValidationError as error:
        raise ContentError(where, in_words(error)) from error


def in_words(error: ValidationError) -> str:
    """A model's validation error on one line, each message after its field."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return "; ".join(f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items())


def _field(model: type[models.Model], name: str, where: str) -> models.Field:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist as error:
        raise ContentError(where, f"{model.__name__} has no such field") from error
    is_plain_choice = field.many_to_many and not isinstance(field, ParentalManyToManyField)
    if not field.concrete or is_plain_choice:
        raise ContentError(where, "this field cannot be set from the files")
    return field


def _rows(relation, entries, resolver: Resolver, where: str) -> list[models.Model]:
    """The rows of a child relation, in the order of the file."""
    rows = []
    for number, entry in enumerate(entries):
        row = relation.related_model()
        if hasattr(row, "sort_order"):
            row.sort_order = number
        fill(row, entry, resolver, f"{where}[{number}]")
        clean(row, f"{where}[{number}]", exclude=[relation.field.name])
        rows.append(row)
    return rows


def _chosen(field: models.Field, references, resolver: Resolver, where: str) -> list[models.Model]:
    """The rows that a list of references names."""
    if not all(isinstance(entry, Reference) for entry in references):
        raise ContentError(where, "references such as !topic or !service are needed here")
    keys = [resolver.pk(entry, f"{where}[{number}]") for number, entry in enumerate(references)]
    return list(field.related_model.objects.filter(pk__in=keys))


def _value(field: models.Field, value, resolver: Resolver, where: str):
    """One YAML value as the field takes it; `full_clean` does the rest."""
    if value is None:
        return field.get_default()
    if isinstance(value, Reference):
        return resolver.pk(value, where)
    if isinstance(field, models.ForeignKey):
        raise ContentError(where, "a reference such as !page, !image or !person is needed here")
    if isinstance(field, StreamField):
        return stream_value(field.stream_block, value, resolver, where)
    if isinstance(field, RichTextField):
        return resolver.rich_text(text(value), where)
    if isinstance(field, (models.CharField, models.TextField)):
        return text(value)
    if isinstance(value, datetime) and timezone.is_naive(value):
        return timezone.make_aware(value)
    return value
