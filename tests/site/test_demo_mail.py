"""The mail of the demo site's release reads as a letter in plain text."""

import re
from email import message_from_bytes, policy

import pytest

from news.models import ReleasePage, Subscriber
from news.subscriptions import release_mail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

LETTER = r"""Mediatiedote 2\.8\.2023

Lastensuojelun asiakasvanhempien ääni kuuluviin uudenlaisella palvelulla

Moni lastensuojelun asiakasvanhempi jää vaille kuulijaa, tietoa ja
vertaistukea\. Kasper ry:n Kokemuskohtaamo kutsuu heitä kahville
Tikkurilaan ja Järvenpäähän\. Tukiluuri vastaa puhelimessa koko maassa\.

Tiedotteessa:
- Vanhemmat kaipasivat kuulijaa
- Kokemuskohtaamossa saa olla nimetön
- Ovi on auki tiistaisin ja torstaisin
- Tukiluuri vastaa keskiviikkoisin

Lue koko tiedote:
http://127\.0\.0\.1:8000/ajankohtaista/lastensuojelun-asiakasvanhempien-aani-kuuluviin/

Lisätietoja:
Jonna Salonen, projektisuunnittelija
044 901 8339
jonna\.salonen@suomenkasper\.fi

Piia Hiltunen, projektisuunnittelija
044 901 8337
piia\.hiltunen@suomenkasper\.fi

Sanna Välimäki, toiminnanjohtaja
044 493 4546
sanna\.valimaki@suomenkasper\.fi

Kasper – Kasvatus- ja perheneuvonta ry on perheiden ja perhesuhteiden
asiantuntijajärjestö\. Olemme mukana perheiden käännekohdissa\. Tuemme
perhesuhteita ja tuomme perheenjäsenten äänen esiin\.

--\x20
Saat tämän viestin, koska olet tilannut tiedotteemme\.
Muuta tilaustasi tai lopeta se:
http://127\.0\.0\.1:8000/tilaa/oma/\?avain=7\.[\w:-]+
"""


def test_the_release_reads_as_a_letter():
    release = ReleasePage.objects.get(public_at__year=2023, title__startswith="Lastensuojelun")
    subscriber = Subscriber(pk=7, email="maija@example.org", language="fi")
    built = release_mail.build(release, subscriber, "mail:1:2:7").message()
    message = message_from_bytes(built.as_bytes(), policy=policy.default)
    text = message.get_body(("plain",)).get_content()
    assert re.fullmatch(LETTER, text.replace("\r\n", "\n"))
    assert message["Subject"].startswith("Tiedote: Lastensuojelun asiakasvanhempien ääni")
