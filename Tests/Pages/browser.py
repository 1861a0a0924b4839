"""The browser that the page tests use: the one that the system has, without a window."""

import os
import shutil

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]


def launch(playwright):
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    assert path, "no Chromium here: make deps-test"
    return playwright.chromium.launch(
        executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en-US"],
        env={**os.environ, "LANGUAGE": "en_US", "LANG": "en_US.UTF-8"})


def new_context(browser, language: str, **more):
    """A visitor of its own."""
    locale = {"sv": "sv-SE", "en": "en-GB"}[language]
    return browser.new_context(locale=locale, viewport=more.pop("viewport", {"width": 1280, "height": 900}), **more)
