"""nginx as deploy/nginx sets it up, before an application that tells what reached it. Skipped without nginx."""

import getpass
import http.client
import os
import re
import shutil
import socket
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.conf import settings

from tests.processes import free_port

FOLDER = settings.BASE_DIR / "deploy" / "nginx"
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
MEBIBYTE = 1024 * 1024
SERVERS = ("container.conf", "container-tls.conf", "host.conf")

MAIN = """
user {user};
pid {place}/nginx.pid;
error_log {place}/error.log;
events {{}}
http {{
    client_body_temp_path {place}/body;
    proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi;
    scgi_temp_path {place}/scgi;
    include {place}/http.conf;
    include {place}/server.conf;
}}
"""


class App(BaseHTTPRequestHandler):
    """Answers with the headers that it got, or with a redirect as long as the address."""

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        if self.path.startswith("/ohjaus/"):
            self.send_response(301)
            self.send_header("Location", f"/perilla/?{'x' * 7000}")
        else:
            self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *arguments):
        pass


class Proxy:
    """nginx with the container's server file in a folder of its own, on a free port."""

    def __init__(self, place: Path, app_port: int):
        self.place, self.port = place, free_port()
        shutil.copytree(FOLDER, place, dirs_exist_ok=True)
        changes = {
            "/etc/nginx/kasper": str(place),
            "/var/log/nginx": str(place),
            "app:8000": f"127.0.0.1:{app_port}",
            "listen 8080 default_server": f"listen 127.0.0.1:{self.port}",
        }
        for name in ("container.conf", "site.conf"):
            text = (place / name).read_text()
            for old, new in changes.items():
                text = text.replace(old, new)
            (place / ("server.conf" if name == "container.conf" else name)).write_text(text)
        (place / "nginx.conf").write_text(MAIN.format(place=place, user=getpass.getuser()))
        command = [NGINX, "-c", str(place / "nginx.conf"), "-e", str(place / "error.log"), "-g", "daemon off;"]
        self.process = subprocess.Popen(command)
        self._wait()

    def _wait(self):
        for _attempt in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError((self.place / "error.log").read_text())

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read().decode()
        finally:
            connection.close()

    def logged(self, path: str, *request, **headers: str) -> str:
        """Ask for the path; the log's line about it, which is written after the answer."""
        log = self.place / "access.log"
        before = len(log.read_text().splitlines())
        self.ask(path, *request, **headers)
        for _attempt in range(100):
            if new := log.read_text().splitlines()[before:]:
                return new[0]
            time.sleep(0.02)
        raise AssertionError(f"nothing was logged about {path}")


@pytest.fixture(scope="module")
def app():
    server = ThreadingHTTPServer(("127.0.0.1", 0), App)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture(scope="module")
def proxy(app, tmp_path_factory):
    if NGINX is None:
        pytest.skip("nginx is not installed")
    place = tmp_path_factory.mktemp("nginx")
    for folder in (place, *list(place.parents)[:2]):
        folder.chmod(0o755)  # where root runs the tests, nginx's own user reads the pages
    proxy = Proxy(place, app.server_address[1])
    yield proxy
    proxy.process.terminate()
    proxy.process.wait(timeout=10)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0"),
        ("203.0.113.255", "203.0.113.0"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::"),
        ("2001:db8:1::6", "2001:db8:1::"),
        ("2001:db8::6", "2001:db8::"),
        ("2001::6", "2001::"),
    ],
)
def test_the_log_knows_the_network_and_not_the_visitor(proxy, address, network):
    assert proxy.logged("/yhteystiedot/", X_Forwarded_For=address).startswith(f"{network} [")


def test_the_log_holds_the_path_and_nothing_that_was_searched_or_sent_along(proxy):
    line = proxy.logged("/haku/?q=avioero", Referer="https://www.example.fi/haku/?q=huoli", User_Agent="Selain/1.0")
    assert re.search(r'\] "GET /haku/ HTTP/1\.1" 200 0 [\d.]+ [\d.]+$', line)
    line = proxy.logged("/hallinta/password_reset/confirm/MQ/c9-0123456789abcdef/")
    assert '"GET /hallinta/password_reset/confirm/... HTTP/1.1"' in line


def test_a_monitors_questions_are_not_logged(proxy):
    proxy.ask("/terveys/")
    assert "/etusivu/" in proxy.logged("/etusivu/")
    assert "/terveys/" not in (proxy.place / "access.log").read_text()


@pytest.mark.parametrize("path", ["/poistu/", "/poistu", "/poistu/?a=b"])
def test_nobody_writes_down_who_left_quickly(proxy, path):
    proxy.ask(path)
    assert "/etusivu/" in proxy.logged("/etusivu/")
    assert "/poistu" not in (proxy.place / "access.log").read_text()


def test_what_the_application_learns_of_the_visitor(proxy, app):
    proxy.ask("/", Host="www.example.fi", X_Forwarded_Proto="https", X_Forwarded_For="192.0.2.77", Proxy="http://x")
    headers = app.asked[-1][1]
    assert headers["Host"] == "www.example.fi"
    assert headers["X-Forwarded-Proto"] == "https"
    assert headers["X-Forwarded-For"] == "192.0.2.77"
    assert "Proxy" not in headers
    proxy.ask("/", X_Forwarded_Proto="gopher")
    assert app.asked[-1][1]["X-Forwarded-Proto"] == "http"


def test_a_long_redirect_arrives(proxy):
    status, headers, _body = proxy.ask("/ohjaus/")
    assert (status, len(headers["Location"])) == (301, 7010)


def test_nobody_learns_the_version(proxy):
    _status, headers, _body = proxy.ask("/")
    assert headers["Server"] == "nginx"


def test_large_bodies_are_refused_before_the_application_sees_them(proxy, app):
    asked = len(app.asked)
    status, headers, body = proxy.ask("/palaute/", "POST", b"x" * MEBIBYTE)
    assert (status, len(app.asked)) == (413, asked)
    assert "Lähetys on liian suuri" in body
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert '"POST /palaute/ HTTP/1.1" 413' in proxy.logged("/palaute/", "POST", b"x" * MEBIBYTE)


def test_editors_may_send_what_the_settings_allow(proxy):
    largest = max(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    assert proxy.ask("/hallinta/documents/add/", "POST", b"x" * (largest + MEBIBYTE))[0] == 200
    assert proxy.ask("/hallinta/documents/add/", "POST", b"x" * (largest + 3 * MEBIBYTE))[0] == 413
    assert settings.ADMIN_PATH == "hallinta/"


def test_a_page_of_its_own_while_the_application_is_away(tmp_path, proxy):
    for folder in (tmp_path, *list(tmp_path.parents)[:2]):
        folder.chmod(0o755)
    alone = Proxy(tmp_path, free_port())
    try:
        status, headers, body = alone.ask("/")
        assert (status, headers["Cache-Control"], headers["Retry-After"]) == (502, "no-store", "60")
        assert "Sivusto on hetken tauolla" in body
        assert alone.ask("/_kasper/pause.html")[0] == 404
        status, headers, _body = alone.ask("/poistu/")
        assert (status, headers["Location"]) == (303, "https://www.ilmatieteenlaitos.fi/")
        assert (headers["Clear-Site-Data"], headers["Referrer-Policy"]) == ('"storage"', "no-referrer")
        assert "/poistu" not in (tmp_path / "access.log").read_text()
        assert "192" not in (tmp_path / "error.log").read_text()
    finally:
        alone.process.terminate()
        alone.process.wait(timeout=10)


@pytest.mark.parametrize("name", SERVERS)
def test_each_server_logs_without_addresses_and_hides_its_version(name):
    servers = (FOLDER / name).read_text().split("\nserver {")[1:]
    assert servers
    wanted = ("server_tokens off;", "access.log kasper if=$kasper_is_logged;", "error.log crit;")
    for server in servers:
        assert "kasper/site.conf" in server or all(line in server for line in wanted)
