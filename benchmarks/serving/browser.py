"""How long until the map can be used, in a real browser."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--use-gl=swiftshader", "--enable-unsafe-swiftshader"]
_MOST_MS = 120_000

# Asks for a zoom as soon as the incidents are drawn, and tells when the map moved: the scale in its corner changes. The
# browser's own clock, since one that asks from outside waits for frames that no user waits for.
_USE = """async () => {
  const until = (holds) => new Promise((done) => {
    const look = () => { if (holds()) { watch.disconnect(); done(); } };
    const watch = new MutationObserver(look);
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    look();
  });
  await until(() => document.querySelector("#map[data-ready=true]"));
  const scale = document.querySelector(".maplibregl-ctrl-scale");
  const before = scale.textContent;
  document.querySelector(".maplibregl-ctrl-zoom-in").click();
  await until(() => scale.textContent !== before);
  performance.mark("map-answered");
  await until(() => document.querySelector("#map[data-drawn=true]"));
  const marks = performance.getEntriesByType("mark").filter(({ name }) => name.startsWith("map-"));
  const parts = marks.map(({ name, startTime }) => [name.slice("map-".length), startTime]);
  return Object.fromEntries([["page", performance.getEntriesByType("navigation")[0].responseEnd], ...parts]);
}"""


@dataclass(frozen=True)
class Opened:
    """When an opened map had got so far, in seconds from the click: the ``page``, the ``library`` and the ``places``
    were here, the map was ``ready`` (incidents and clusters drawn, the mouse heard), had ``answered`` to a zoom asked
    for then, and had ``drawn`` all borders.
    """

    parts: dict[str, float]

    @property
    def usable(self) -> float:
        """When it had answered."""
        return self.parts["answered"]

    def __str__(self) -> str:
        return f"{self.usable:.1f} s ({', '.join(f'{name} {seconds:.1f}' for name, seconds in self.parts.items())})"


def open_map(base: str, *, times: int) -> list[Opened]:
    """The map, opened so often one after the other; the first time with an empty cache."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(_MOST_MS)
        opened = [_open(page, base) for _ in range(times)]
        browser.close()
    return opened


def _open(page: Page, base: str) -> Opened:
    page.goto(f"{base}/add")
    page.goto(f"{base}/map", wait_until="commit")
    return Opened({name: at / 1000 for name, at in page.evaluate(_USE).items()})
