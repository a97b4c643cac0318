"""The search box as people use it: opened with a click, filled key by key, read off the screen."""

from __future__ import annotations

from playwright.sync_api import Page

SHOWN = """() => [...document.querySelectorAll(".md-search-result__list > li")].map(page =>
  [...page.querySelectorAll("a")].filter(link => !link.closest("details")).map(link => link.href))"""

QUIET = """milliseconds => new Promise(done => {
  const list = document.querySelector(".md-search-result")
  let timer = setTimeout(finish, milliseconds)
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(finish, milliseconds) })
  function finish() { watch.disconnect(); done() }
  watch.observe(list, {childList: true, subtree: true, characterData: true})
})"""


def open_search(page: Page) -> None:
    """A click on the box, or on the button that brings it on a small screen."""
    box, button = page.locator(".md-search__input"), page.locator(".hb-search-open")
    (button if button.is_visible() else box).click()
    page.wait_for_function("document.querySelector('#__search').checked && document.activeElement.matches('.md-search__input')")


def type_query(page: Page, query: str) -> list[list[str]]:
    """The links shown for words typed into the open box, page by page, those folded away left out."""
    page.locator(".md-search__input").fill("")
    page.keyboard.type(query)
    page.locator(".md-search-result__link").first.wait_for()
    page.evaluate(QUIET, 150)
    links: list[list[str]] = page.evaluate(SHOWN)
    return [
        [link.split("?h=")[0] + ("#" + link.split("#")[1] if "?h=" in link and "#" in link else "") for link in group] for group in links
    ]
