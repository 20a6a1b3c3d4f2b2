"""`{% load admin_words %}`: words of the admin's lists and forms that Wagtail has in English only, or not at all."""

from django import template
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model

from kasper_site.cms.desk import counts, permissions

register = template.Library()

register.filter("count_words", counts.words)
register.filter("permission_words", permissions.words)


@register.filter
def row_name(row) -> str:
    """What an inline row calls itself; "" while it is still empty, and where its model has no words for it."""
    if type(row).__str__ is Model.__str__:
        return ""
    try:
        return str(row)
    except (AttributeError, ObjectDoesNotExist, TypeError, ValueError):
        return ""


@register.filter
def in_tree_order(page_types: list, parent) -> list:
    """The page types of the "create page" list in the order in which the page above names them, likely ones first."""
    order = [model._meta.label_lower for model in type(parent).creatable_subpage_models()]
    return sorted(page_types, key=lambda entry: order.index(f"{entry[1]}.{entry[2]}"))
