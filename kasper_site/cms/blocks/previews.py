"""Preview values that need rows: the first ones there are, so that the block picker shows the real thing."""

from django.apps import apps


def first(model: str):
    """The first row of a model named `app.Model`, or None."""
    return apps.get_model(model).objects.first()


def picture() -> dict:
    """A picture block with the first picture that there is."""
    image = first("cms.SiteImage")
    if image:
        image.contextual_alt_text, image.decorative = image.description, not image.description
    return {"image": image, "caption": "Voikukka kestää ja leviää."}


def documents() -> dict:
    """A document list with the first document that there is."""
    document = first("cms.SiteDocument")
    return {"heading": "Tiedostot", "documents": [document] if document else []}


def people() -> dict:
    """Contact cards with the first person that there is."""
    person = first("directory.Person")
    return {"heading": "Yhteyshenkilöt", "people": [person] if person else []}


def helpline() -> dict:
    """The first service."""
    return {"service": first("directory.Service")}


def meeting_place() -> dict:
    """The first place."""
    return {"place": first("directory.Place")}
