"""Every page, in both languages: axe-core in light and dark, wide and narrow; no sideways scrolling at 320 px.

    accessibility.py LANGUAGE [--pictures FOLDER]
"""

import re
import sys
import time
import urllib.parse
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from browser import launch, new_context
from serving import EXAMPLE, Server, Visitor

# Parts of addresses that name a thing: one page of each kind is looked at.
KINDS = [
    (r"^/offices/[^/?]+", "/offices/*"), (r"^/why/[^/?]+", "/why/*"), (r"^/dialogue/[^/?]+", "/dialogue/*"),
    (r"^/register/(?!public)[^/?]+", "/register/*"), (r"/municipalities/[^/?]+", "/municipalities/*"),
    (r"^/versions/(?!compare)[^/?]+", "/versions/*"), (r"^/data/layers/[^/?]+", "/data/layers/*"),
    (r"^/data/(?!layers)[^/?]+", "/data/*"), (r"^/assignment/(rules|goals)/[^/?]+", r"/assignment/\1/*"),
]
# What is no page, or leads out of the application.
LEFT = re.compile(
    r"^/(language|assets|api|sign-out|health)|^(?!/data/)[^?]*\.(csv|svg|json|geojson|ics|xml|zip|eml|html|pdf|yaml)($|\?)"
    r"|/as/|/files/|/runs/|download")
# Pages that no link leads to, or only after something went wrong.
FURTHER = [
    "/nowhere", "/plan?move=ange~1", "/forecast?shock=none", "/register?q=kontor", "/register?q=zzzz", "/public",
    "/offices/boden", "/dialogue/2283", "/why/pajala", "/account/factor", "/versions/compare?a=plan-1&b=plan-1",
]
OUTSIDE = ["/sign-in", "/welcome/none"]


def kind(path: str) -> str:
    path = path.split("#")[0]
    bare = path.split("?")[0]
    for pattern, name in KINDS:
        bare = re.sub(pattern, name, bare)
    keys = sorted({name for name, _ in urllib.parse.parse_qsl(path.partition("?")[2]) if name not in ("version", "today")})
    return bare + ("?" + "&".join(keys) if keys else "")


class Inspection:
    """Looks at pages one after the other and follows their links."""

    def __init__(self, browser, server, language, pictures):
        self.server, self.language, self.pictures = server, language, pictures
        self.context = new_context(browser, language)
        self.context.add_cookies(
            [{"name": "etapp-language", "value": language, "url": server.origin}])
        self.axe = Axe()
        self.troubles: list[str] = []
        self.seen: set[str] = set()

    def sign_in(self, visitor: Visitor):
        self.context.add_cookies(
            [{"name": name, "value": value, "url": self.server.origin} for name, value in visitor.cookies.items()])

    def look_around(self, start: list[str]):
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.troubles.append(f"{page.url}: script: {error}"))
        waiting = list(start)
        while waiting:
            path = waiting.pop(0)
            if kind(path) in self.seen:
                continue
            self.seen.add(kind(path))
            page.set_viewport_size({"width": 1280, "height": 900})
            page.emulate_media(color_scheme="light")
            page.goto(self.server.origin + path, wait_until="load")
            if "/runs/" in page.url:
                page.wait_for_url(lambda url: "/runs/" not in url, timeout=120_000)
            self.seen.add(kind(self.path(page.url)))
            waiting += self.links(page)
            self.inspect(page, path)
        page.close()

    def path(self, url: str) -> str:
        return url.removeprefix(self.server.origin)

    def links(self, page) -> list[str]:
        found = page.evaluate("Array.from(document.links).map(a => a.href)")
        paths = [self.path(url) for url in found if url.startswith(self.server.origin)]
        return [path for path in dict.fromkeys(paths) if not LEFT.search(path) and kind(path) not in self.seen]

    def inspect(self, page, path):
        page.wait_for_timeout(50)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        page.evaluate(self.axe.axe_script)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                # In the dark nothing differs but the colours.
                rules = "{}" if scheme == "light" else "{runOnly: ['color-contrast']}"
                self.check(page, f"{path} {self.language} {scheme} {width}", rules)
                if self.pictures and scheme == "light":
                    name = re.sub(r"[^\w-]+", "_", kind(path)).strip("_") or "overview"
                    page.screenshot(path=f"{self.pictures}/{name}-{self.language}-{width}.png", full_page=True)
        page.set_viewport_size({"width": 320, "height": 700})
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            self.troubles.append(f"{path} {self.language}: scrolls sideways by {over} px at 320 px: {self.wide(page)}")

    def wide(self, page) -> str:
        return page.evaluate(
            """() => Array.from(document.querySelectorAll('body *')).filter(e => {
                 if (e.getBoundingClientRect().right <= innerWidth + 1) { return false; }
                 for (let p = e.parentElement; p; p = p.parentElement) {
                   if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(p).overflowX)) { return false; }
                 }
                 return true;
               }).slice(-3).map(e => e.tagName + '.' + e.className).join(', ')""")

    def check(self, page, where, rules):
        result = page.evaluate(
            "axe.run(document, Object.assign({resultTypes: ['violations']}, " + rules + ")).then(r => r.violations.map(v => "
            "v.id + ' (' + v.impact + '): ' + v.help + ' – ' + v.nodes.length + '×, as ' + v.nodes[0].html.slice(0, 160)"
            " + ' ' + (v.nodes[0].any[0] ? v.nodes[0].any[0].message : '')))")
        self.troubles += [f"{where}: {line}" for line in result]


def prepare(server) -> Visitor:
    """A programme that has been worked in: a plan adopted, letters registered, something in the dialogue."""
    visitor = Visitor(server).begin()
    plan = visitor.wait_for_plan()
    visitor.adopt(plan)
    letters = sorted((EXAMPLE / "register").glob("*.eml"))
    visitor.upload("/register", [(letter.name, letter.read_bytes()) for letter in letters], page="/register")
    visitor.wait_for_dates()
    return visitor


def main() -> int:
    language = sys.argv[1]
    pictures = sys.argv[sys.argv.index("--pictures") + 1] if "--pictures" in sys.argv else None
    if pictures:
        Path(pictures).mkdir(parents=True, exist_ok=True)
    with Server(language=language) as server, sync_playwright() as playwright:
        browser = launch(playwright)
        began = time.monotonic()
        visitor = prepare(server)
        print(f"prepared in {time.monotonic() - began:.1f} s", flush=True)
        outside = Inspection(browser, server, language, pictures)
        outside.look_around(OUTSIDE + ["/public"])
        inside = Inspection(browser, server, language, pictures)
        inside.sign_in(visitor)
        inside.look_around(["/"] + FURTHER)
        seen = sorted(outside.seen | inside.seen)
        print(f"{len(seen)} kinds of pages in {time.monotonic() - began:.1f} s: {' '.join(seen)}")
        troubles = list(dict.fromkeys(outside.troubles + inside.troubles))
        browser.close()
    print("\n".join(troubles) or f"axe-core, {language}: 0 violations")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
