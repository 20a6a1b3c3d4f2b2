"""Pictures: what is kept of a file, what the admin's forms ask for, what a crop keeps in sight."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageChops
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from kasper_site.cms.models import SiteImage
from kasper_site.cms.pictures import PRESETS
from kasper_site.cms.uploads import focus, originals
from kasper_site.users.models import User
from tests import factories, pictures
from tests.pictures import PROFILE, SECRET, SIZE

ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "GIF": "gif"}
TURNED_SIZE = SIZE[::-1]


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


# --- What is kept -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", ENDINGS)
def test_nothing_is_kept_but_the_picture_turned_the_right_way_up(kind):
    told = pictures.telling_picture(kind)
    assert SECRET in told
    kept = originals.clean(ContentFile(told, name="kuva")).read()
    image = opened(kept)
    assert SECRET not in kept
    assert not dict(image.getexif())
    if kind != "GIF":
        assert image.info["icc_profile"] == PROFILE
        assert image.size == TURNED_SIZE


def test_the_iptc_of_a_news_picture_goes_as_well():
    told = pictures.telling_picture("JPEG")
    assert b"Photoshop" in told
    assert b"Photoshop" not in originals.clean(ContentFile(told, name="kuva.jpg")).read()


def test_a_picture_hidden_behind_the_picture_goes():
    told = pictures.telling_picture("JPEG")
    assert SECRET not in originals.clean(ContentFile(told + told, name="kuva.jpg")).read()


def test_a_jpeg_stays_as_fine_as_it_was():
    noise = Image.effect_noise((300, 200), 80).convert("RGB")
    buffer = BytesIO()
    noise.save(buffer, "JPEG", quality=85)
    before = opened(buffer.getvalue())
    after = opened(originals.clean(ContentFile(buffer.getvalue(), name="kuva.jpg")).read())
    assert after.quantization == before.quantization
    assert max(high for _low, high in ImageChops.difference(before, after).getextrema()) <= 20


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_a_moving_picture_keeps_moving(kind):
    frames = [Image.new("RGB", (40, 30), (90 * number, 20, 20)) for number in range(3)]
    buffer = BytesIO()
    frames[0].save(buffer, kind, save_all=True, append_images=frames[1:], duration=100)
    kept = opened(originals.clean(ContentFile(buffer.getvalue(), name="kuva")).read())
    assert kept.n_frames == 3


def test_transparency_stays():
    buffer = BytesIO()
    Image.new("RGBA", (20, 20), (255, 0, 0, 0)).save(buffer, "PNG")
    assert opened(originals.clean(ContentFile(buffer.getvalue(), name="a.png")).read()).getpixel((0, 0))[3] == 0


@pytest.mark.parametrize("data", [b"", b"<html></html>", pictures.telling_picture("JPEG")[:-1500]])
def test_what_is_no_whole_picture_is_told(data):
    with pytest.raises(originals.UnreadablePicture):
        originals.clean(ContentFile(data, name="kuva.jpg"))


@pytest.mark.django_db
def test_whatever_way_a_picture_comes_its_original_and_its_sizes_tell_nothing():
    image = SiteImage(title="Kuva", description="Kuva")
    image.file = ContentFile(pictures.telling_picture("JPEG"), name="IMG_1.jpg")
    image.save()
    image = SiteImage.objects.get()
    assert (image.width, image.height) == TURNED_SIZE
    with image.file.open("rb") as file:
        assert SECRET not in file.read()
    for preset in PRESETS.values():
        for spec in preset.specs(image.width, image.height):
            with image.get_rendition(spec).file.open("rb") as file:
                data = file.read()
            assert SECRET not in data
            assert not dict(opened(data).getexif())


@pytest.mark.django_db
def test_a_file_that_is_saved_past_the_model_is_clean_too():
    image = factories.make_image()
    image.file.save("IMG_1.jpg", ContentFile(pictures.telling_picture("JPEG")))
    with SiteImage.objects.get().file.open("rb") as file:
        assert SECRET not in file.read()


# --- The form ---------------------------------------------------------------------------------------------------------
def filled(data: bytes | None = None, name: str = "kuva.jpg", **values):
    """The admin's form with a picture and what is typed beside it."""
    data = pictures.telling_picture("JPEG") if data is None else data
    typed = {"title": "Kuva", "description": "Voikukka niityllä", "collection": Collection.get_first_root_node().pk}
    files = {"file": SimpleUploadedFile(name, data)}
    user = User.objects.create_superuser("kokeilija")
    return get_image_form(SiteImage)({**typed, **values}, files, instance=SiteImage(), user=user)


def big(width: int, height: int) -> bytes:
    buffer = BytesIO()
    Image.new("1", (width, height)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.django_db
class TestForm:
    def test_size_and_checksum_are_of_what_is_kept(self):
        form = filled()
        assert form.is_valid(), form.errors
        image = form.save()
        with image.file.open("rb") as file:
            kept = file.read()
        assert SECRET not in kept
        assert image.file_size == len(kept)
        again = SiteImage.objects.get()
        again._set_file_hash()
        assert image.file_hash == again.file_hash

    @pytest.mark.parametrize(
        ("words", "error"),
        [
            ("", "Kerro lauseella, mitä kuvassa näkyy."),
            ("   ", "Kerro lauseella, mitä kuvassa näkyy."),
            ("IMG_2034.jpg", "Tämä on tiedoston nimi. Kerro lauseella, mitä kuvassa näkyy."),
        ],
    )
    def test_the_description_is_asked_for(self, words, error):
        assert filled(description=words).errors == {"description": [error]}

    @pytest.mark.parametrize(
        ("data", "name", "error"),
        [
            (b"<html></html>", "kuva.jpg", "lopussa on .jpeg, mutta tiedosto on muuta lajia."),
            (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "kuva.jpg", "lopussa on .jpeg, mutta"),
            (b"MZ\x90\0" * 50, "kuva.png", "Tätä tiedostoa ei voi käyttää kuvana."),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kuva.svg", "Tätä tiedostoa ei voi käyttää kuvana."),
            (pictures.telling_picture("PNG"), "kuva.jpg", "lopussa on .jpeg, mutta tiedosto on muuta lajia."),
            (pictures.telling_picture("JPEG"), "kuva.exe", "Tätä tiedostoa ei voi käyttää kuvana."),
            (pictures.telling_picture("JPEG")[:-1500], "kuva.jpg", "Kuva on vioittunut."),
            (big(5001, 5000), "kuva.png", "Kuvassa on yli 25 miljoonaa kuvapistettä."),
            (pictures.telling_picture("JPEG") + b"\0" * 11 * 2**20, "kuva.jpg", "Tiedosto on liian suuri (11,0"),
        ],
        ids=["html", "disguised svg", "program", "svg", "other form", "other ending", "cut off", "points", "bytes"],
    )
    def test_what_cannot_be_used_is_refused_with_what_to_do(self, data, name, error):
        errors = filled(data, name).errors
        assert list(errors) == ["file"]
        assert error in errors["file"][0]

    def test_the_largest_picture_is_taken(self):
        assert filled(big(5000, 5000), "kuva.png").is_valid()

    def test_how_large_a_file_may_be_is_said_beforehand_and_afterwards(self):
        field = filled().fields["file"]
        assert "enintään 10,0\xa0Mt" in field.help_text
        assert "Suurin sallittu koko on 10,0\xa0Mt." in field.error_messages["file_too_large_unknown_size"]

    def test_a_new_file_in_the_place_of_an_old_one_is_cleaned_and_no_file_is_none(self):
        user = User.objects.create_superuser("kokeilija")
        image = factories.make_image()
        typed = {"title": "Kuva", "description": "Kuva", "collection": image.collection_id}
        form = get_image_form(SiteImage)(typed, {}, instance=image, user=user)
        assert form.is_valid(), form.errors
        name = form.save().file.name
        files = {"file": SimpleUploadedFile("uusi.jpg", pictures.telling_picture("JPEG"))}
        form = get_image_form(SiteImage)(typed, files, instance=SiteImage.objects.get(), user=user)
        assert form.is_valid(), form.errors
        changed = form.save()
        assert changed.file.name != name
        with changed.file.open("rb") as file:
            assert SECRET not in file.read()


# --- The most important part ------------------------------------------------------------------------------------------
@pytest.mark.django_db
class TestFocus:
    @pytest.fixture
    def wide(self):
        buffer = BytesIO()
        pictures.drawing((2000, 500)).save(buffer, "PNG")
        return factories.make_image(file=ContentFile(buffer.getvalue(), name="leveä.png"))

    def redness(self, image, preset: str) -> float:
        """The share of red points in the smallest crop."""
        width, height = PRESETS[preset].sizes[0]
        with image.get_rendition(f"fill-{width}x{height}|format-png").file.open("rb") as file:
            crop = opened(file.read()).convert("RGB")
        red, _green, blue = crop.split()
        shares = ImageChops.subtract(red, blue).point(lambda value: 255 if value else 0)
        return sum(shares.histogram()[255:]) / (width * height)

    @pytest.mark.parametrize("preset", ["hero", "card", "wide"])
    def test_every_crop_follows_it(self, wide, preset):
        before = self.redness(wide, preset)
        focus.place(wide, "right")
        wide.save()
        assert self.redness(wide, preset) > before + 0.2

    def test_each_of_the_nine_parts_lies_where_its_name_says(self, wide):
        centres = {}
        for part, _label in focus.CHOICES:
            focus.place(wide, part)
            centres[part] = (wide.focal_point_x, wide.focal_point_y)
        assert len(set(centres.values())) == 9
        assert centres["top-left"][0] == centres["left"][0] < centres["middle"][0] < centres["right"][0]
        assert centres["top-left"][1] == centres["top"][1] < centres["middle"][1] < centres["bottom"][1]

    def test_the_form_sets_it_without_a_mouse_and_leaves_it_otherwise(self):
        chosen = filled(focus="bottom-right")
        assert chosen.is_valid(), chosen.errors
        image = chosen.save()
        # The picture was turned: it is 300 points wide and 400 high.
        assert (image.focal_point_x, image.focal_point_y) == (250, 332)
        typed = {"title": "Kuva", "description": "Kuva", "collection": image.collection_id, "focus": ""}
        typed |= {f"focal_point_{name}": 90 for name in ("x", "y", "width", "height")}
        form = get_image_form(SiteImage)(typed, {}, instance=image, user=User.objects.get())
        assert form.is_valid(), form.errors
        assert dict(form.fields["focus"].choices)[""] == "Niin kuin kuvaan on merkitty"
        assert form.save().focal_point_x == 90
