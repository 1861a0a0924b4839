"""The real server on a copy of an example, and somebody who asks it without a browser."""

import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "Examples" / "servicekontor-2021"
PASSWORD = "korrekt häst batteri häftklammer"


def binary() -> str:
    """The program under test: ETAPP_BINARY, else the debug build that `swift test` makes."""
    return os.environ.get("ETAPP_BINARY") or str(ROOT / ".build" / "debug" / "etapp")


def make_example(folder: Path):
    """The shipped example with every twentieth of its demand points and the two goals that are found soonest: a debug
    build plans it in seconds."""
    shutil.copytree(EXAMPLE, folder)
    lines = (folder / "demand.csv").read_text().splitlines()
    (folder / "demand.csv").write_text("\n".join(lines[:1] + lines[1::20]) + "\n")
    goals = "goals:\n  - {id: balance, of: category, tolerance: 1}\n  - {id: access, months: {1: 12, 2: 24}, tolerance: 2%}\n\n"
    text, count = re.subn(r"(?ms)^goals:\n.*?(?=^[a-z]+:)", goals, (folder / "programme.yaml").read_text())
    assert count == 1
    (folder / "programme.yaml").write_text(text)


class Server:
    """`etapp serve` on a folder of its own, which goes away with it."""

    def __init__(self, language: str = "sv", isNew: bool = False, copied: str | None = None, served: str | None = None):
        """With `isNew` nothing is planned yet, else the plan that is made once for all tests is there; `copied` is another
        folder to begin from, `served` one to serve as it is."""
        self.base = Path(tempfile.mkdtemp(prefix="etapp-pages-"))
        self.folder = Path(served) if served else self.base / "workspace"
        planned = copied or os.environ.get("ETAPP_PLANNED")
        if served:
            pass
        elif planned and not isNew:
            shutil.copytree(planned, self.folder)
        else:
            make_example(self.folder)
        self.language = language
        self.said: list[str] = []
        self.port = 0
        self.link: str | None = None
        self.process: subprocess.Popen | None = None

    def start(self, limit: float = 60) -> "Server":
        """Starts it; `seconds` is the time until it said where it is."""
        began = time.monotonic()
        self.process = subprocess.Popen(
            [binary(), "serve", str(self.folder), "--port", "0", "--language", self.language,
             # A debug build simulates slowly.
             "--schedules", "100", "--trials", "200"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        ready = threading.Event()
        threading.Thread(target=self._listen, args=(self.process, ready), daemon=True).start()
        if not ready.wait(limit):
            self.stop()
            raise RuntimeError("the server did not start:\n" + "".join(self.said))
        self.seconds = time.monotonic() - began
        return self

    def _listen(self, process, ready):
        for line in process.stdout:
            self.said.append(line)
            if found := re.search(r"http://127\.0\.0\.1:(\d+)(/welcome/\S+)?", line):
                self.port = int(found[1])
                if found[2]:
                    self.link = found[2]
                    ready.set()
                elif (self.folder / "etapp.sqlite").exists() and self.has_people():
                    ready.set()

    def has_people(self) -> bool:
        import sqlite3

        try:
            with sqlite3.connect(self.folder / "etapp.sqlite", timeout=10) as store:
                return store.execute("select count(*) from account").fetchone()[0] > 0
        except sqlite3.Error:
            return False

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def kill(self):
        """As a power failure would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()
        shutil.rmtree(self.base, ignore_errors=True)

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()


class Reply:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


class Visitor:
    """Asks as a browser without script does: cookies, forms with their hidden fields, redirects."""

    def __init__(self, server: Server, token: str | None = None):
        self.server, self.token, self.cookies = server, token, {}

    def ask(self, method, target, body=None, headers=None, follow=True) -> Reply:
        headers = {"Host": f"127.0.0.1:{self.server.port}", **(headers or {})}
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=120)
        try:
            connection.request(method, target, body, headers)
            response = connection.getresponse()
            reply = Reply(response.status, response.headers, response.read())
        finally:
            connection.close()
        for line in reply.headers.get_all("set-cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
            if "Max-Age=0" in line:
                del self.cookies[name]
        if follow and reply.status in (302, 303):
            return self.ask("GET", reply.headers["location"])
        return reply

    def get(self, target, **more) -> Reply:
        return self.ask("GET", target, **more)

    def post(self, target, fields: dict | None = None, page: str | None = None, **more) -> Reply:
        """Sends a form; its proof of origin is read from `page`, the page that it stands on."""
        fields = dict(fields or {})
        if not self.token:
            fields.setdefault("csrf", self.proof(page or target))
        return self.ask(
            "POST", target, urllib.parse.urlencode(fields), {"Content-Type": "application/x-www-form-urlencoded"}, **more)

    def proof(self, page) -> str:
        found = re.search(r'name="csrf" type="hidden" value="([^"]+)"|value="([^"]+)" name="csrf"|name="csrf"[^>]*value="([^"]*)"',
                          self.get(page).text)
        return next((group for group in found.groups() if group), "") if found else ""

    def upload(self, target, files, fields=None, page=None, **more) -> Reply:
        boundary = "----etapp-" + os.urandom(8).hex()
        fields = dict(fields or {})
        if not self.token:
            fields.setdefault("csrf", self.proof(page or target))
        parts = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode() for name, value in fields.items()]
        parts += [
            f'Content-Disposition: form-data; name="file"; filename="{name}"\r\n'.encode()
            + b"Content-Type: application/octet-stream\r\n\r\n" + content
            for name, content in files
        ]
        body = b"".join(b"--" + boundary.encode() + b"\r\n" + part + b"\r\n" for part in parts)
        body += b"--" + boundary.encode() + b"--\r\n"
        return self.ask("POST", target, body, {"Content-Type": "multipart/form-data; boundary=" + boundary}, **more)

    # Coming in

    def begin(self) -> "Visitor":
        """Becomes the first administrator by the link that the server printed."""
        reply = self.post(
            self.server.link, {"title": "Maria Berg", "name": "maria", "password": PASSWORD}, page=self.server.link)
        assert reply.status == 200, reply.text
        return self

    def sign_in(self, name="maria") -> "Visitor":
        reply = self.post("/sign-in", {"name": name, "password": PASSWORD, "to": "/account"}, page="/sign-in")
        assert reply.status == 200, reply.text
        return self

    def make_token(self) -> str:
        page = self.post("/account/tokens", {"label": "test"}, page="/account").text
        return re.search(r'class="secret">([^<]+)<', page)[1]

    def adopt(self, plan, reason="Bäst för flest."):
        """Adopts a plan and makes it and the register public."""
        self.post(f"/versions/{plan}/adopt", {"reason": reason}, page=f"/versions/{plan}/adopt")
        for matter in ("plan", "register"):
            reply = self.post(f"/publishing/{matter}", {"public": "yes", "reason": reason}, page="/publishing")
            assert reply.status == 200, reply.text

    def wait_for_plan(self, limit=300) -> str:
        """Lets the first plan be made; the name of it."""
        self.get("/")
        end = time.monotonic() + limit
        while time.monotonic() < end:
            reply = self.get("/api/v1/versions")
            if reply.status == 200 and (versions := json.loads(reply.text)["versions"]):
                return versions[-1]["name"]
            time.sleep(0.3)
        raise RuntimeError("no plan came")

    def wait_for_dates(self, limit=300):
        end = time.monotonic() + limit
        while time.monotonic() < end:
            if self.get("/api/v1/forecast").status == 200:
                return
            time.sleep(0.3)
        raise RuntimeError("no dates came")
