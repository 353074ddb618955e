"""Somebody who uses only the keyboard, and wants to see where they are."""

from dataclasses import dataclass

from playwright.sync_api import Page

FOCUSED = """() => {
    const here = document.activeElement, label = here.labels && here.labels[0];
    const ringed = style => !here.matches(':focus')  // a button inside a field has its own ring
        || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
        || style.boxShadow !== 'none';
    const bare = getComputedStyle(here);  // a radio is drawn by its label, itself transparent
    const drawn = bare.opacity === '0' ? getComputedStyle(label, '::before') : bare;
    const name = here.getAttribute('aria-label') || (label || here).innerText || here.title;
    return {name: (name || '').trim(), seen: ringed(drawn), kind: here.localName};
}"""
FAR = 120


@dataclass
class Keyboard:
    """Goes by Tab, and refuses to go on where the focus cannot be seen."""

    page: Page

    def to(self, name: str, *, kind: str = "", back: bool = False) -> None:
        """Tab on to what has a name, forwards or backwards."""
        passed = []
        for _ in range(FAR):
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            here = self.page.evaluate(FOCUSED)
            passed.append(here["name"] or here["kind"])
            assert here["seen"] or here["kind"] in ("body", "html"), f"no ring around {here}"
            if here["name"].casefold().startswith(name.casefold()) and kind in ("", here["kind"]):
                return
        raise AssertionError(f"{name} was not reached, only {passed}")

    def press(self, name: str, *, kind: str = "") -> None:
        """Tab on to a link or a button, and press it."""
        self.to(name, kind=kind)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def fill(self, label: str, text: str) -> None:
        """Tab on to a field, and write in it."""
        self.to(label)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def choose(self, label: str, *keys: str) -> None:
        """Tab on to a choice, and make it."""
        self.to(label)
        for key in keys:
            self.page.keyboard.press(key)
