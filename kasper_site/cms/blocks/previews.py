"""Preview values that need rows: the first ones there are, so that the block picker shows the real thing.

Where there is none yet, an example that is kept nowhere.
"""

from django.apps import apps

PERSON = {"name": "Etunimi Sukunimi", "role_fi": "suunnittelija", "phone": "044 000 0000", "email": "nimi@example.org"}
SERVICE = {"name_fi": "Puhelinpalvelu", "phone": "044 000 0000", "note_fi": "Voit soittaa nimettömästi."}
PLACE = {"name_fi": "Kohtaamispaikka", "street_address": "Esimerkkikatu 1", "municipality": "Helsinki"}


def first(model: str, example: dict | None = None):
    """The first row of a model named `app.Model`; without one an unsaved example, or None."""
    found = apps.get_model(model).objects.first()
    return apps.get_model(model)(**example) if found is None and example else found


def picture() -> dict:
    """A picture block with the first picture that there is."""
    image = first("cms.SiteImage")
    if image:
        image.contextual_alt_text, image.decorative = image.description, not image.description
    return {"image": image, "caption": "Voikukka kestää ja leviää."}


def figures() -> dict:
    """Two figures, the source of one on the web."""
    common = {"year": "2011–2013", "source": "Kasperi II -hanke"}
    return {
        "heading": "Hanke lukuina",
        "figures": [
            {**common, "number": "68", "text": "kuntaa oli mukana", "source_url": ""},
            {**common, "number": "noin 2,2 milj. €", "text": "oli budjetti", "source_url": "https://example.org/"},
        ],
    }


def documents() -> dict:
    """A document list with the first document that there is."""
    document = first("cms.SiteDocument")
    return {"heading": "Tiedostot", "documents": [document] if document else []}


def people() -> dict:
    """Contact cards with the first person that there is."""
    return {"heading": "Yhteyshenkilöt", "people": [first("directory.Person", PERSON)]}


def helpline() -> dict:
    """The first service."""
    return {"service": first("directory.Service", SERVICE)}


def meeting_place() -> dict:
    """The first place."""
    return {"place": first("directory.Place", PLACE)}


def urgency() -> dict:
    """Three cards; the last one with the first service."""
    crisis = {"service": None, "name": "Kriisipuhelin", "phone": "09 2525 0111", "note": "Vastaa vuorokauden ympäri."}
    service = {"service": first("directory.Service", SERVICE), "name": "", "phone": "", "note": ""}
    return {
        "now": {"heading": "", "text": "<p>Jos joku on hengenvaarassa, soita heti.</p>", "calls": []},
        "today": {"heading": "", "text": "<p>Kun et jaksa yksin tätä päivää.</p>", "calls": [crisis]},
        "this_week": {"heading": "", "text": "<p>Kun haluat puhua rauhassa.</p>", "calls": [service]},
    }
