"""Looking at pages as axe, two screens, the browser's console and the journal see them."""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import parse_qsl, urljoin, urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from tests.journeys.county import County

NARROW, WIDE = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
FRAME = """() => ({
    headings: document.querySelectorAll('h1').length,
    language: document.documentElement.lang,
    title: document.title.trim(),
    wide: document.documentElement.scrollWidth,
    links: Array.from(document.links, link => link.href),
})"""
RUN = "axe.run({resultTypes: ['violations']}).then(found => found.violations)"
NO_PAGES = {
    "adjuster:draft",
    "public:ask_for_news",
    "public:board_atom",
    "public:board_csv",
    "public:board_ics",
    "public:board_json",
    "public:board_xlsx",
    "public:embedded",
    "public:principal_atom",
    "public:principal_ics",
    "public:recommendation_atom",
    "public:subject_atom",
    "public:subject_ics",
    "public:body_csv",
    "public:cases_csv",
    "public:body_ics",
    "public:calendar_csv",
    "public:calendar_ics",
    "public:coverage_csv",
    "public:description_pdf",
    "public:document",
    "public:health",
    "public:minutes_pdf",
    "public:neutral_form",
    "public:picture_pdf",
    "public:picture_svg",
    "public:priorities_csv",
    "public:robots",
    "public:security",
    "public:structure_csv",
    "public:support_csv",
    "www:cases_csv",
    "www:meeting_paper",
    "www:papers_pdf",
    "www:papers_zip",
    "www:fetch_form",
    "www:preview_docx",
    "www:proposal_docx",
    "www:proposals_zip",
    "www:numbers_template",
    "www:package",
    "registry:confirm",
    "registry:file",
    "registry:numbers_template",
    "registry:package",
    "registry:waiting",
    "link:earlier",
    "meeting_papers:paper",
    "meeting_papers:pdf",
    "meeting_papers:zip",
    "digest:text",
    "calendar_link:feed",
    "public:wheel_svg",
    "www:executions_csv",
    "www:export_roster",
    "www:finish_meeting",
    "www:roster_faults_csv",
    "www:roster_template",
    "www:save_point",
    "link:document",
    "link:paper",
    "link:proposal",
    "mfa_download_recovery_codes",
}


class Look:
    """Somebody who looks at pages in one browser, and writes down what is wrong with them."""

    def __init__(self, page: Page, county: County, *, each: int = 2) -> None:
        self.page, self.county, self.each = page, county, each
        self.wrong: list[str] = []
        self.seen: set[str] = set()
        self._sorts: Counter[str] = Counter()
        self._addresses: set[str] = set()
        self._complaints: list[str] = []
        page.on("pageerror", lambda error: self._complaints.append(str(error)))
        page.on("console", self._hear)

    def at(self, address: str, *, status: int = 200) -> list[str]:
        """Look at one page; return the addresses that it leads to."""
        head = self.county.head
        self._complaints.clear()
        self.page.set_viewport_size(NARROW)
        answered = self.page.goto(address)
        if answered is None or answered.status != status:
            self._write(address, [f"status {answered and answered.status}, not {status}"])
        links = self.here(address, status=status)
        self.seen |= {self._name(self.page.url)} if status == 200 else set()
        if self.county.head != head:
            self._write(address, ["reading it changed the journal"])
        return links

    def after(self, button: str, about: str, *, status: int = 200) -> list[str]:
        """Press a button in the page, and look at the page that it leads to, once it has come."""
        pressed = self.page.get_by_role("main").get_by_role("button", name=button, exact=True)
        with self.page.expect_navigation():
            pressed.click()
        return self.here(about, status=status)

    def here(self, about: str, *, status: int = 200) -> list[str]:
        """Look at the page that is shown now."""
        self.page.set_viewport_size(NARROW)
        frame = self.page.evaluate(FRAME)
        # The browser itself complains of an answer that refuses, which is what is looked at.
        own = f"status of {status}" if status >= 400 else None
        wrong = [f"console: {one}" for one in self._complaints if not (own and own in one)]
        wrong += [f"{frame['headings']} h1"] if frame["headings"] != 1 else []
        wrong += [f"lang {frame['language']!r}"] if frame["language"] != "sv" else []
        wrong += ["no title"] if not frame["title"] else []
        wrong += [f"scrolls sideways, {frame['wide']} px"] if frame["wide"] > 360 else []
        self.page.evaluate(Axe().axe_script)
        for screen in (NARROW, WIDE):
            self.page.set_viewport_size(screen)
            wrong += [f"{screen['width']} px {said}" for said in self._axe()]
        self._complaints.clear()
        self._write(about, wrong)
        return frame["links"]

    def around(self, start: str, within: Iterable[str]) -> None:
        """Look at every sort of page that can be reached from one, a few of each sort."""
        self._sorts.clear()
        waiting = [urljoin(self.county.site, start)]
        while waiting:
            address = waiting.pop(0).partition("#")[0]
            sort = self._sort(address, tuple(within))
            if sort is None or address in self._addresses or self._sorts[sort] >= self.each:
                continue
            self._addresses.add(address)
            self._sorts[sort] += 1
            waiting += self.at(address)

    def _sort(self, address: str, within: tuple[str, ...]) -> str | None:
        parts = urlsplit(address)
        if not (address.startswith(self.county.site) and parts.path.startswith(within)):
            return None
        name = self._name(address)
        asked = " ".join(sorted(name for name, _ in parse_qsl(parts.query)))
        return None if name in NO_PAGES or "fil" in asked.split() else f"{name} {asked}"

    def _name(self, address: str) -> str:
        try:
            return resolve(urlsplit(address).path).view_name
        except Resolver404:
            return "lost"

    def _axe(self) -> list[str]:
        return [
            f"{one['id']}: {node['target']}"
            for one in self.page.evaluate(RUN)
            for node in one["nodes"][:3]
        ]

    def _hear(self, message) -> None:
        if message.type == "error":
            self._complaints.append(message.text)

    def _write(self, address: str, wrong: list[str]) -> None:
        path = address.removeprefix(self.county.site)
        self.wrong += [f"{path}  {one}" for one in wrong]
