"""What somebody who means ill sends to the real server: refused with a clear message, and the server goes on."""

import csv
import io
import json
import re
import socket
import sys
import threading
import time
import zipfile
import zlib

from serving import EXAMPLE, Server, Visitor

SCRIPT = "<script>alert('x')</script>"
MARKUP = ["\"><img src=x onerror=alert(1)>", "javascript:alert(1)", SCRIPT, "'-alert(1)-'", "</title></style>" + SCRIPT]


class Hostile:
    def __init__(self, server: Server):
        self.server = server
        self.inside = Visitor(server).begin()
        self.plan = self.inside.wait_for_plan()
        self.troubles: list[str] = []

    def expect(self, holds, words):
        if not holds:
            self.troubles.append(words)

    def run(self) -> list[str]:
        for name in [name for name in dir(self) if name.startswith("test_")]:
            began = time.monotonic()
            getattr(self, name)()
            print(f"  {name[5:].replace('_', ' '):48} {time.monotonic() - began:5.1f} s", flush=True)
            self.expect(self.inside.get("/health").text == "ok\n", f"{name}: the server does not answer after it")
        return self.troubles

    def raw(self, data: bytes, wait=20.0) -> bytes:
        """Sends bytes as they are, and takes what comes until the end."""
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=wait) as line:
            try:
                line.sendall(data)
            except OSError:
                pass
            return self.rest(line)

    @staticmethod
    def rest(line) -> bytes:
        answer = b""
        try:
            while piece := line.recv(65536):
                answer += piece
        except OSError:
            pass
        return answer

    # Markup

    def harmless(self, reply, where):
        text = reply.text
        for trick in MARKUP:
            if "<" in trick:
                self.expect(trick not in text, f"{where}: {trick} comes back as markup")
        self.expect(not re.search(r"""(href|action|src)=["']?\s*javascript:""", text), f"{where}: a javascript: address")
        policy = reply.headers["content-security-policy"] or ""
        self.expect("default-src 'none'" in policy and "unsafe" not in policy, f"{where}: policy {policy}")
        self.expect(reply.headers["x-content-type-options"] == "nosniff", f"{where}: no nosniff")

    def test_what_an_address_says_does_not_become_markup(self):
        for trick in MARKUP:
            text = __import__("urllib.parse").parse.quote(trick)
            for path in [
                f"/plan?version={text}", f"/plan?move={text}", f"/plan?place={text}&to=1", f"/register?q={text}", f"/why/{text}",
                f"/offices/{text}", f"/dialogue/{text}", f"/register/{text}", f"/sign-in?to={text}", f"/?done={text}",
                f"/public/sv/municipalities/{text}", f"/forecast?shock={text}", f"/versions/compare?a={text}&b={text}",
                f"/runs/{text}?to={text}", f"/frontier?goals={text}", f"/dialogue?today={text}", f"/{text}",
                f"/language/sv?to={text}", f"/public/{text}", f"/api/v1/trial?move={text}",
            ]:
                reply = self.inside.get(path, follow=False)
                self.harmless(reply, path) if "html" in (reply.headers["content-type"] or "") else None
                self.expect(reply.status < 500 or reply.status == 503, f"{path}: {reply.status}")
                where = reply.headers["location"] or "/"
                self.expect(where.startswith("/") and not where.startswith("//"), f"{path} leads to {where}")

    def test_what_is_kept_does_not_become_markup(self):
        trick = "\"><img src=x onerror=alert(1)>" + SCRIPT
        inside = self.inside
        kept = inside.post("/plan/keep", {"version": self.plan, "name": "\"><b>plan", "note": trick}, page="/plan")
        self.harmless(kept, "a kept plan")
        inside.adopt(self.plan, reason=trick)
        letter = (
            f"From: =?utf-8?q?=3Cscript=3Ealert=281=29=3C/script=3E?= <x@example.org>\r\nTo: y@example.org\r\nSubject: {trick}\r\n"
            f"Message-ID: <evil@example.org>\r\nDate: Mon, 14 Jun 2021 10:00:00 +0200\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            f"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{trick}\r\n--b\r\nContent-Type: text/html; name=\"{SCRIPT}.html\"\r\n"
            f"Content-Disposition: attachment; filename=\"../../{SCRIPT}.html\"\r\n\r\n{SCRIPT}\r\n--b--\r\n").encode()
        entry = inside.upload("/register", [("evil.eml", letter)], page="/register")
        self.expect(entry.status == 200, f"the letter was not registered: {entry.status}")
        self.harmless(entry, "the entry")
        for link in re.findall(r'href="(/register/[^"]+/files/\d+)"', entry.text):
            reply = inside.get(link)
            self.expect((reply.headers["content-disposition"] or "").startswith("attachment"), f"{link} is shown")
            self.expect("html" not in reply.headers["content-type"], f"{link} is {reply.headers['content-type']}")
            self.expect("/" not in reply.headers["content-disposition"].split("filename*")[0], f"{link}: a path as a name")
        for path in ["/versions", "/register", "/register/public", "/public/sv", "/public/sv/register", "/", "/plan", "/dialogue"]:
            self.harmless(inside.get(path), path)

    # Tables that a spreadsheet opens

    def test_no_cell_of_a_table_is_a_formula(self):
        places = (self.server.folder / "places.csv").read_text()
        formulas = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"]
        inside = self.inside
        for number, formula in enumerate(formulas):
            letter = (
                f"From: x@example.org\r\nTo: y@example.org\r\nSubject: {formula.strip()}\r\nMessage-ID: <f{number}@example.org>\r\n"
                f"Date: Mon, 14 Jun 2021 10:00:00 +0200\r\n\r\nx\r\n").encode()
            inside.upload("/register", [(f"f{number}.eml", letter)], page="/register")
        # A place whose name is a formula.
        changed = places.replace(",Ånge,", ",=HYPERLINK(\"x\"),", 1) if ",Ånge," in places else places
        (self.server.folder / "places.csv").write_text(changed)
        time.sleep(0.5)
        try:
            seen = 0
            for path in self.tables():
                reply = inside.get(path)
                if reply.status != 200 or "csv" not in (reply.headers["content-type"] or ""):
                    continue
                seen += 1
                for row in csv.reader(io.StringIO(reply.text), delimiter=self.delimiter(reply.text)):
                    for cell in row:
                        # A negative number is no formula.
                        isNumber = re.fullmatch(r"[-+]?[\d\s\u00a0]*[.,]?\d+(e[-+]?\d+)?", cell, re.I)
                        self.expect(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) or isNumber, f"{path}: a cell is {cell!r}")
            self.expect(seen >= 2, "no tables were found")
        finally:
            (self.server.folder / "places.csv").write_text(places)
            time.sleep(0.5)

    @staticmethod
    def delimiter(text):
        return ";" if text.split("\n")[0].count(";") > text.split("\n")[0].count(",") else ","

    def tables(self):
        pages = ["/public/sv", "/public/sv/register", "/", "/plan", "/schedule", "/forecast", "/register", "/dialogue", "/data", "/map", "/versions", "/plan/goals"]
        found = {link.replace("&amp;", "&") for page in pages for link in re.findall(r'href="([^"]+\.csv[^"]*)"', self.inside.get(page).text)}
        return sorted(found | {"/public/sv/plan.csv", "/public/en/plan.csv", "/public/sv/register.csv"})

    # Paths

    def test_no_path_leads_out(self):
        secret = b"servicekontor"
        for path in [
            "/../programme.yaml", "/assets/../../programme.yaml", "/%2e%2e/%2e%2e/etc/passwd", "/assets/x/..%2f..%2fprogramme.yaml",
            "/public/sv/../../programme.yaml", "/..\\programme.yaml", "//etc/passwd", "/register/..%2f..%2fetc%2fpasswd/files/0",
            "/etapp.sqlite", "/programme.yaml", "/public/sv/%00", "/assets/%2e%2e%2f%2e%2e%2fetapp.sqlite", "/data/..%2fprogramme.yaml",
            "/register/public/files/0", "/.git/config",
        ]:
            answer = self.raw(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            status = answer.split(b" ")[1:2]
            self.expect(status and status[0] in (b"404", b"400", b"303"), f"{path}: {answer[:60]!r}")
            self.expect(b"root:" not in answer and b"SQLite format" not in answer, f"{path}: gives a file out")
        for name in ["../../evil.eml", "..\\..\\evil.eml", "/etc/evil.eml", "a\0b.eml", ".eml"]:
            letter = f"From: a@b.se\r\nTo: c@d.se\r\nSubject: x\r\nMessage-ID: <{hash(name)}@x>\r\nDate: Mon, 14 Jun 2021 10:00:00 +0200\r\n\r\nx".encode()
            self.inside.upload("/register", [(name, letter)], page="/register")
        strays = [path for path in self.server.base.rglob("evil*") if not path.is_relative_to(self.server.folder)]
        self.expect(not strays and not list(self.server.folder.glob("evil*")), f"a file was written to {strays}")

    # Requests that are none

    def test_requests_that_are_none(self):
        host = b"Host: x\r\n"
        for data in [
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\0" * 4096, b"A" * 200_000,
            b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n" + host + b"\r\n", b"GET / HTTP/1.1\r\n" + host + b"X: " + b"a" * 300_000 + b"\r\n\r\n",
            b"GET / HTTP/1.1\r\n" + host + b"".join(b"X-%d: y\r\n" % n for n in range(5000)) + b"\r\n",
            b"POST /sign-in HTTP/1.1\r\n" + host + b"Content-Length: -5\r\n\r\n", b"POST /sign-in HTTP/1.1\r\n" + host + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            b"POST /sign-in HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\nZZZ\r\n",
            b"POST /sign-in HTTP/1.1\r\n" + host + b"Content-Length: 99999999999999999999\r\n\r\n",
        ]:
            answer = self.raw(data + b"", wait=3)
            self.expect(not answer or answer.startswith((b"HTTP/1.1 4", b"HTTP/1.1 3", b"HTTP/1.1 505")), f"{data[:50]!r}: {answer[:80]!r}")

    def test_methods_and_hosts(self):
        for method in ["DELETE", "PUT", "PATCH", "TRACE", "OPTIONS", "CONNECT", "FOO"]:
            answer = self.raw(f"{method} / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            self.expect(answer.split(b" ")[1:2] in ([b"405"], [b"400"], [b"501"]), f"{method}: {answer[:60]!r}")
        # A form from elsewhere, and one without its proof.
        page = self.inside.get("/account")
        for headers in [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}]:
            proof = self.inside.proof("/account")
            reply = self.inside.ask("POST", "/account/tokens", f"label=x&csrf={proof}", {"Content-Type": "application/x-www-form-urlencoded", **headers})
            self.expect(reply.status == 403, f"{headers}: {reply.status}")
        reply = self.inside.ask("POST", "/account/tokens", "label=x", {"Content-Type": "application/x-www-form-urlencoded"})
        self.expect(reply.status == 403 and page.status == 200, f"without proof: {reply.status}")

    # Too much

    def test_what_is_too_large(self):
        proof = self.inside.proof("/register")
        cookie = "; ".join(f"{n}={v}" for n, v in self.inside.cookies.items())
        for target, size, kind in [("/sign-in", 5_000_000, "application/x-www-form-urlencoded"), ("/register", 40_000_000, "multipart/form-data; boundary=b")]:
            head = f"POST {target} HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\nX-Csrf: {proof}\r\nContent-Type: {kind}\r\nContent-Length: {size}\r\n\r\n"
            began = time.monotonic()
            answer = self.raw(head.encode() + b"a" * size)
            self.expect(answer.startswith(b"HTTP/1.1 413") and b"MB" in answer, f"{target} of {size}: {answer[:80]!r}")
            self.expect(time.monotonic() - began < 15, f"{target} of {size}: {time.monotonic() - began:.0f} s")
            # Without a length, piece by piece, for ever.
            answer = self.flood(head.replace(f"Content-Length: {size}", "Transfer-Encoding: chunked"))
            self.expect(answer.startswith(b"HTTP/1.1 413"), f"{target} in pieces: {answer[:80]!r}")

    def flood(self, head):
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as line:
            line.sendall(head.encode())
            piece = b"10000\r\n" + b"a" * 65536 + b"\r\n"
            try:
                for _ in range(1600):
                    line.sendall(piece)
            except OSError:
                pass
            return self.rest(line)

    def test_bombs_are_not_unpacked(self):
        bomb = io.BytesIO()
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("bomb.txt", b"\0" * 200_000_000)
        for name in ["bomb.zip", "bomb.gpkg", "bomb.xlsx", "bomb.eml", "bomb.pdf", "bomb.csv"]:
            began = time.monotonic()
            reply = self.inside.upload("/register", [(name, bomb.getvalue())], page="/register")
            self.expect(reply.status in (200, 415, 422, 400), f"{name}: {reply.status}")
            self.expect(time.monotonic() - began < 10, f"{name} took {time.monotonic() - began:.0f} s")
        # A body that says that it is packed is read as it stands.
        packed = zlib.compress(b"name=" + b"a" * 100_000_000, 9)
        answer = self.raw(
            b"POST /sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            b"Content-Encoding: deflate\r\nContent-Length: %d\r\n\r\n" % len(packed) + packed)
        self.expect(answer[:12] in (b"HTTP/1.1 403", b"HTTP/1.1 415", b"HTTP/1.1 400"), f"packed form: {answer[:60]!r}")
        letters = {
            "deep.eml": b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(20_000)),
            "heads.eml": b"".join(b"X-%d: y\r\n" % n for n in range(200_000)) + b"\r\nx",
            "words.eml": b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\r\n\r\nx",
            "parts.eml": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 100_000 + b"--b--",
        }
        for name, letter in letters.items():
            began = time.monotonic()
            reply = self.inside.upload("/register", [(name, b"From: a@b.se\r\nTo: c@d.se\r\nDate: Mon, 14 Jun 2021 10:00:00 +0200\r\n" + letter)], page="/register")
            took = time.monotonic() - began
            print(f"    {name}: {reply.status}, {took:.1f} s", flush=True)
            self.expect(reply.status < 500, f"{name}: {reply.status}")
            self.expect(took < 20, f"{name} took {took:.0f} s")
        text = "rounds: &a [x]\n" + "".join(f"k{n}: &b{n} [*a, *a]\n" for n in range(3)) + "a: &x0 [l]\n" + "".join(
            f"b{n}: &x{n} [{', '.join(['*x' + str(n - 1)] * 9)}]\n" for n in range(1, 12))
        began = time.monotonic()
        reply = self.inside.post("/assignment/text", {"text": text, "known": ""}, page="/assignment/text")
        self.expect(reply.status < 500 and time.monotonic() - began < 10, f"YAML of many aliases: {reply.status}, {time.monotonic() - began:.0f} s")

    # Too slow

    def test_the_slow_do_not_keep_others_waiting(self):
        """Connections that send nothing, or a byte now and then; meanwhile others are answered."""
        began = time.monotonic()
        answers: list[bytes] = []
        lines = []
        for number in range(150):
            line = socket.create_connection(("127.0.0.1", self.server.port), timeout=40)
            kind = number % 3
            line.sendall([b"GET / HTTP/1.1\r\nHost: x\r\nX: ", b"", b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\na"][kind])
            lines.append((kind, line))

        def trickle():
            end = time.monotonic() + 30
            while time.monotonic() < end and len(answers) < len(lines):
                for kind, line in lines:
                    if kind != 1:
                        try:
                            line.send(b"a")
                        except OSError:
                            pass
                time.sleep(0.5)

        writer = threading.Thread(target=trickle, daemon=True)
        writer.start()
        worst = 0.0
        for _ in range(20):
            asked = time.monotonic()
            self.expect(Visitor(self.server).get("/health").status == 200, "no answer beside the slow")
            worst = max(worst, time.monotonic() - asked)
            time.sleep(0.1)
        self.expect(worst < 2, f"beside the slow an answer took {worst:.1f} s")
        for kind, line in lines:
            line.settimeout(max(1, began + 32 - time.monotonic()))
            answers.append(self.rest(line))
            if kind == 2:
                self.expect(answers[-1].startswith(b"HTTP/1.1 408"), f"a slow body: {answers[-1][:60]!r}")
            line.close()
        took = time.monotonic() - began
        self.expect(took < 30, f"the slow were kept for {took:.0f} s")


def main() -> int:
    with Server(language="en") as server:
        hostile = Hostile(server)
        troubles = hostile.run()
        said = [line for line in server.said if "Fatal" in line or "error" in line.lower()]
    print("\n".join(dict.fromkeys(troubles)) or "hostile input: all of it refused")
    if said:
        print("the server said:", *said[:10], sep="\n  ")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
