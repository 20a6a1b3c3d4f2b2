"""A small site with an index, for tests of the search."""

import pytest

from search.index.rebuild import rebuild
from tests import factories
from tests.search.searchable import index, make_helpline


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """`with commit():` what waits for the commit happens at the end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def home(db):
    """A site whose index is there and empty but for what is published next."""
    home = factories.make_site()
    rebuild([])
    return home


@pytest.fixture
def publish(home, commit):
    """`publish("Otsikko", "Teksti")`: a live page below the front page, in the index; `body` if not only a text."""

    def make(title: str, text: str = "", parent=None, body=(), **fields):
        body = [*body, ("paragraph", {"text": f"<p>{text}</p>"})] if text else list(body)
        with commit():
            page = factories.make_page("home.StandardPage", parent or home, title=title, body=body, **fields)
            page.save_revision().publish()
        return page

    return make


@pytest.fixture
def contacts(home):
    """The page that lists the staff."""
    return factories.make_page("home.ContactPage", home, title="Yhteystiedot")


@pytest.fixture
def helplines(home):
    make_helpline("Nollalinja", "080 005 005", note_fi="väkivalta kotona", search_words="väkivalta, hakata")
    make_helpline("Kriisipuhelin", "09 2525 0111", search_words="itsemurha, väkivalta", sort_order=30)
    make_helpline("Hätänumero", "112", search_words="väkivalta, itsemurha, hätä", sort_order=10)
    make_helpline("MLL", "116 111", availability="unknown", search_words="väkivalta", sort_order=40)
    factories.make_page("home.StandardPage", home, title="Hätä")  # which the index takes a typed häät for
    index()
