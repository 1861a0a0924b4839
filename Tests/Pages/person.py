"""A person at a browser: the same wishes, with the mouse or with nothing but the keyboard."""

import re
import time
from abc import ABC, abstractmethod
from pathlib import Path

from playwright.sync_api import Locator, Page, TimeoutError as TooLate, expect

PATIENCE = 60_000


class Person(ABC):
    """Finds things as a screen reader does, by role and name; `sv` or `en` decides which of two words."""

    def __init__(self, page: Page, language: str):
        self.page, self.language = page, language
        page.set_default_timeout(PATIENCE)
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(f"{page.url}: {error}"))
        page.on("console", lambda line: self.errors.append(f"{page.url}: {line.text}") if self.is_trouble(line) else None)

    @staticmethod
    def is_trouble(line) -> bool:
        # A refusal that a test provokes is told by the browser as well.
        return line.type == "error" and "status of 4" not in line.text

    def word(self, swedish: str, english: str) -> str:
        return swedish if self.language == "sv" else english

    def go(self, path: str):
        self.page.goto(path, wait_until="load")

    # Finding

    def button(self, swedish, english, inside: Locator | None = None) -> Locator:
        return (inside or self.page).get_by_role("button", name=self.word(swedish, english), exact=True).first

    def link(self, swedish, english, inside: Locator | None = None, exact=True) -> Locator:
        return (inside or self.page).get_by_role("link", name=self.word(swedish, english), exact=exact).first

    def field(self, swedish, english, inside: Locator | None = None) -> Locator:
        return (inside or self.page).get_by_label(self.word(swedish, english), exact=True).first

    def fold(self, swedish, english) -> Locator:
        return self.page.locator("summary", has_text=self.word(swedish, english)).first

    def sees(self, swedish, english, where="main"):
        expect(self.page.locator(where).first).to_contain_text(self.word(swedish, english), timeout=PATIENCE)

    def sees_notice(self, swedish, english):
        expect(self.page.get_by_role("status").first).to_contain_text(self.word(swedish, english), timeout=PATIENCE)

    def arrives(self, pattern: str):
        self.page.wait_for_url(re.compile(pattern), timeout=180_000, wait_until="load")

    # Doing

    @abstractmethod
    def press(self, target: Locator): ...

    @abstractmethod
    def write(self, target: Locator, text: str): ...

    @abstractmethod
    def write_day(self, target: Locator, day: str): ...

    @abstractmethod
    def choose(self, target: Locator, words: str): ...

    @abstractmethod
    def hand_in(self, target: Locator, files: list[Path]): ...

    def open(self, fold: Locator):
        """Unfolds what is folded."""
        details = fold.locator("xpath=..")
        if details.get_attribute("open") is None:
            self.press(fold)
            expect(details).to_have_attribute("open", re.compile(".*"))


class MousePerson(Person):
    def press(self, target):
        target.click()

    def write(self, target, text):
        target.click()
        target.fill(text)

    def write_day(self, target, day):
        target.click()
        target.fill(day)

    def choose(self, target, words):
        target.select_option(label=words)

    def hand_in(self, target, files):
        with self.page.expect_file_chooser() as chooser:
            target.click()
        chooser.value.set_files(files)


class KeyboardPerson(Person):
    """Tab, Shift+Tab, Enter, Space, arrows and letters; whatever cannot be reached by them cannot be used."""

    # A page of the board has some hundreds of places to stop at.
    MOST_STEPS = 900

    def reach(self, target: Locator):
        handle = target.element_handle()
        handle.evaluate("e => e.scrollIntoView({block: 'center'})")
        if handle.evaluate("e => e === document.activeElement"):
            return
        # What comes before the present place is reached backwards.
        way = handle.evaluate(
            "e => document.activeElement && document.activeElement !== document.body && "
            "(e.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING) ? 'Shift+Tab' : 'Tab'")
        for _ in range(self.MOST_STEPS):
            self.page.keyboard.press(way)
            if handle.evaluate("e => e === document.activeElement"):
                self.check_focus(handle)
                return
        raise AssertionError(f"{self.page.url}: the keyboard does not reach {target}")

    def check_focus(self, handle):
        """Where one is can be seen: an outline or a shadow."""
        seen = handle.evaluate(
            "e => { const s = getComputedStyle(e); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none' }")
        assert seen, f"{self.page.url}: nothing shows that the focus is on {handle}"

    def press(self, target):
        self.reach(target)
        is_link = target.evaluate("e => e.tagName === 'A'")
        self.page.keyboard.press("Enter" if is_link else "Space")

    def write(self, target, text):
        self.reach(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def write_day(self, target, day):
        # Fields of days speak the browser's language, not the page's.
        self.reach(target)
        year, month, date = day.split("-")
        self.page.keyboard.type(month + date + year)
        assert target.input_value() == day, f"typed {day}, the field holds {target.input_value()}"

    def choose(self, target, words):
        self.reach(target)
        options = target.evaluate("e => Array.from(e.options).map(o => o.text)")
        self.page.keyboard.press("Home")
        for _ in range(options.index(words)):
            self.page.keyboard.press("ArrowDown")
        chosen = target.evaluate("e => e.selectedOptions[0].text")
        assert chosen == words, f"chose {chosen} for {words}"

    def hand_in(self, target, files):
        # A browser asks for a file only soon after a key, and on a busy machine "soon" may be over.
        for key in ("Enter", "Space", "Enter"):
            self.reach(target)
            try:
                with self.page.expect_file_chooser(timeout=15_000) as chooser:
                    self.page.keyboard.press(key)
            except TooLate:
                continue
            return chooser.value.set_files(files)
        raise AssertionError("no key asks for a file")
