"""Twelve tasks of a programme coordinator's day, with the mouse and by keyboard only, against the real server."""

import re
import sys
import tempfile
import time

from playwright.sync_api import expect, sync_playwright

from browser import launch, new_context
from person import KeyboardPerson, MousePerson, Person
from serving import EXAMPLE, PASSWORD, Server

PLACE, NAME = "ange", "Ånge"


class Journey:
    """The tasks in the order of a day; each begins where the one before ended."""

    def __init__(self, server: Server, person: Person, browser):
        self.server, self.person, self.browser = server, person, browser
        self.page = person.page

    tasks = [
        "set_up", "import_places", "plan", "move_a_place", "ask_why", "adopt", "record_a_date", "see_the_forecast_change",
        "register_a_letter", "confirm_a_promise", "publish", "revoke_a_session",
    ]

    def run(self):
        for number, name in enumerate(self.tasks, 1):
            began = time.monotonic()
            try:
                getattr(self, name)()
            except Exception as error:
                picture = f"{tempfile.gettempdir()}/etapp-{type(self.person).__name__}-{name}.png"
                self.page.screenshot(path=picture, full_page=True)
                words = str(error).split("Aria snapshot:")[0].strip()
                raise SystemExit(f"{type(self.person).__name__}, {name} at {self.page.url}: {words}") from error
            print(f"  {number:2}. {name:26} {time.monotonic() - began:5.1f} s", flush=True)
        assert not self.person.errors, "\n".join(self.person.errors)

    # The tasks

    def set_up(self):
        """The link that the server printed makes the administrator."""
        me = self.person
        me.go(self.server.origin + self.server.link)
        me.write(me.field("Ditt namn, som andra ser det", "Your name, as others see it"), "Maria Berg")
        me.write(me.field("Användarnamn", "User name"), "maria")
        me.write(me.field("Välj ett lösenord", "Choose a password"), PASSWORD)
        me.press(me.button("Börja", "Begin"))
        me.arrives("/account/people$")
        me.sees("Maria Berg", "Maria Berg")

    def import_places(self):
        """A table that cannot be read is refused with its row; one that can takes the place of the old one."""
        me = self.person
        me.press(me.link("Underlag", "Data"))
        table = (self.server.folder / "places.csv").read_text()
        self.send("wrong.csv", table.replace("65.8223", "north", 1), "places.csv")
        me.sees("north", "north")
        assert (self.server.folder / "places.csv").read_text() == table
        me.press(me.link("Underlag", "Data"))
        self.send("places.csv", table.rstrip("\n") + "\n", "places.csv")
        me.sees_notice("Filen är utbytt", "The file is replaced")

    def send(self, name, content, what):
        me = self.person
        me.open(me.fold("Skicka in en fil", "Send a file in"))
        path = self.server.base / name
        path.write_text(content)
        kind = me.field("Vad det är", "What it is")
        words = kind.locator(f'option[value="{what}"]').text_content()
        me.choose(kind, words)
        me.hand_in(me.field("Fil", "File"), [path])
        me.press(me.button("Läs och byt ut", "Read and replace"))

    def plan(self):
        """The first page leads to the first plan, which tells how far it is."""
        me = self.person
        me.press(me.link("Översikt", "Overview"))
        me.arrives(r"/plan\?version=")
        me.sees("Omgång 1", "Round 1")

    def move_a_place(self):
        """A place into the other round; what it costs stands there at once."""
        me = self.person
        me.press(me.link("Tavla", "Board"))
        card = self.page.locator(f"#board > section:not(.before) [data-place={PLACE}]")
        column = card.locator("xpath=ancestor::section[1]").get_attribute("data-to")
        target = "1" if column == "2" else "2"
        self.move(card, target)
        expect(self.page.locator(f'.board-column[data-to="{target}"] [data-place={PLACE}]')).to_be_visible()
        expect(self.page.locator("#verdict .moves")).to_contain_text(NAME)
        self.page.wait_for_url(re.compile("move="))
        me.open(me.fold("Spara som version", "Keep as a version"))
        me.write(me.field("Namn", "Name"), "flyttad")
        me.press(me.button("Spara", "Keep"))
        me.sees_notice("Planen är sparad", "The plan is kept")

    def move(self, card, target):
        me = self.person
        if isinstance(me, MousePerson):
            self.drag(card, self.page.locator(f'.board-column[data-to="{target}"]'))
        else:
            choice = card.get_by_role("combobox")
            words = choice.locator(f'option[value="{target}"]').text_content()
            me.choose(choice, words)
            me.press(me.button("Gör", "Go", card))

    def drag(self, card, column):
        """Sideways, as a hand does; the page does not scroll meanwhile."""
        card.scroll_into_view_if_needed()
        start, end = card.bounding_box(), column.bounding_box()
        height = start["y"] + 12
        self.page.mouse.move(start["x"] + 12, height)
        self.page.mouse.down()
        self.page.mouse.move(end["x"] + end["width"] / 2, height, steps=8)
        self.page.mouse.up()

    def ask_why(self):
        """Why it is where it is, with the price of each alternative."""
        me = self.person
        card = self.page.locator(f"#board > section:not(.before) [data-place={PLACE}]")
        me.press(card.get_by_role("link"))
        me.arrives(f"/why/{PLACE}")
        expect(self.page.locator("h1")).to_contain_text(NAME)
        expect(self.page.locator(".alternatives .card").first).to_be_visible(timeout=120_000)

    def adopt(self):
        """The moved plan is adopted, with a reason that can be read in public."""
        me = self.person
        me.press(me.link("Plan", "Plan"))
        me.press(me.link("Versioner", "Versions"))
        row = self.page.get_by_role("row", name=re.compile("^flyttad"))
        me.press(me.link("Anta", "Adopt", row))
        me.write(me.field("Varför", "Why"), "Kommunen kan börja tidigare.")
        me.press(me.button("Anta", "Adopt"))
        me.sees_notice("Planen är antagen", "The plan is adopted")
        me.sees("Kommunen kan börja tidigare.", "Kommunen kan börja tidigare.")

    def record_a_date(self):
        """What happened with an office: its first task began far too late."""
        me = self.person
        self.dated()
        self.before = self.opening()
        me.open(me.fold("Anteckna vad som hänt", "Record what happened"))
        form = self.page.locator('form[action*="/tasks/"]').first
        me.write_day(me.field("Började", "Began", form), "2024-05-06")
        me.press(me.button("Anteckna", "Record", form))
        me.sees_notice("Antecknat", "Recorded")

    def dated(self):
        """Waits on the forecast's page until there are dates, then goes to the office."""
        me = self.person
        me.press(me.link("Prognos", "Forecast"))
        me.arrives("/forecast")
        me.go(self.server.origin + f"/offices/{PLACE}")

    def opening(self) -> str:
        return self.page.locator("main .answer").first.inner_text()

    def see_the_forecast_change(self):
        me = self.person
        self.dated()
        expect(self.page.locator("main .answer").first).not_to_have_text(self.before)
        self.after = self.opening()
        assert "202" in self.after and self.after != self.before, (self.before, self.after)

    def register_a_letter(self):
        """A letter as it came is registered."""
        me = self.person
        me.press(me.link("Diarium", "Register"))
        me.open(me.fold("Diarieför handlingar", "Register documents"))
        letter = EXAMPLE / "register" / "2021-06-10-ange-utgaende.eml"
        me.hand_in(me.field("Handlingar", "Documents"), [letter])
        me.press(me.button("Diarieför", "Register"))
        me.sees_notice("Diariefört", "Registered")
        expect(self.page.locator("h1")).to_be_visible()

    def confirm_a_promise(self):
        """What was read in the letter is confirmed, and then stands in the dialogue."""
        me = self.person
        entry = self.page.url
        me.press(me.button("Bekräfta", "Confirm"))
        me.sees_notice("Löftet är bedömt", "The promise is looked at")
        me.sees("bekräftat", "confirmed")
        me.press(me.link("Dialog", "Dialogue"))
        me.sees(NAME, NAME)
        assert entry.split("?")[0] != self.page.url

    def publish(self):
        """Nothing is public before somebody makes it so; then anybody may read it."""
        me = self.person
        outside = new_context(self.browser, me.language).new_page()
        outside.goto(f"{self.server.origin}/public/{me.language}")
        expect(outside.locator("main")).not_to_contain_text(NAME)
        me.press(me.link("Offentligt", "Public"))
        me.write(me.field("Varför det görs offentligt nu", "Why it is made public now"), "Beslutet är fattat.")
        me.press(me.button("Gör det offentligt", "Make it public"))
        me.sees_notice("Det är offentligt nu", "It is public now")
        outside.reload()
        expect(outside.locator("main")).to_contain_text(NAME)
        outside.context.close()

    def revoke_a_session(self):
        """Somebody who is signed in elsewhere is signed out from here."""
        me = self.person
        other = new_context(self.browser, me.language).new_page()
        other.goto(self.server.origin + "/sign-in")
        other.get_by_label(me.word("Användarnamn", "User name"), exact=True).fill("maria")
        other.get_by_label(me.word("Lösenord", "Password"), exact=True).fill(PASSWORD)
        other.get_by_role("button", name=me.word("Logga in", "Sign in")).click()
        other.wait_for_load_state()
        other.goto(self.server.origin + "/account")
        expect(other.locator("h1")).to_have_text("Maria Berg")
        me.go(self.server.origin + "/account")
        me.press(me.button("Logga ut där", "Sign out there"))
        me.sees_notice("Utloggad där", "Signed out there")
        other.goto(self.server.origin + "/account")
        assert "/sign-in" in other.url, other.url
        other.context.close()


def main(kind: str) -> int:
    people = {"mouse": (MousePerson, "sv"), "keyboard": (KeyboardPerson, "en")}
    person, language = people[kind]
    print(f"journey with the {kind}, in {language}", flush=True)
    with Server(language=language, isNew=True) as server, sync_playwright() as playwright:
        browser = launch(playwright)
        page = new_context(browser, language).new_page()
        Journey(server, person(page, language), browser).run()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
