"""Ways through the admin that several tasks of the guide share."""

from tests.browser.hand import WINDOW, Hand


def open_page(hand: Hand, title: str) -> None:
    """From the front page of the admin to a page's form: “Etsi sivu”, its name, a press on it."""
    hand.press("Etsi sivu")
    hand.write("Hakutermi", title)
    hand.press(title, within="Valitse " + title)


def begin_page(hand: Hand, parent: str) -> None:
    """From the front page of the admin to the form of a new page below `parent`, or to the choice of its kind."""
    open_page(hand, parent)
    hand.press("Toiminnot", within="Toiminnot")
    hand.press("Lisää alasivu")


def publish(hand: Hand) -> None:
    """Make what stands in the form public."""
    hand.press("Julkaise")
    hand.sees("Näytä julkaistu")


def add_text(hand: Hand, *paragraphs: str) -> None:
    """A block of running text at the end of the content, by hand."""
    hand.press("Lisää lohko", within="Sisältö", place=-1)
    hand.press("Teksti")
    hand.write("Teksti", paragraphs[0])
    for paragraph in paragraphs[1:]:
        hand.key("Enter")
        hand.type(paragraph)


def choose_person(hand: Hand, name: str) -> None:
    """A contact from the directory."""
    hand.press("Lisää yhteyshenkilö")
    hand.press("Valitse henkilö")
    hand.press(name, within=WINDOW)
    hand.is_alone()


def choose_page(hand: Hand, title: str, button: str = "Valitse sivu") -> None:
    """A page in the window that lists them."""
    hand.press(button)
    hand.write("Hakutermi", title, within=WINDOW)
    hand.press(title, within=WINDOW, place=0)  # pages below it are found too, and name it
    hand.is_alone()
