from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.sources.html import read_html
from tallystick.sources.taken import Article

PAGE = """<!doctype html>
<html lang="en-GB" dir="ltr"><head>
<meta charset="utf-8"><title>Rockets near a depot - Example News</title>
<meta property="og:site_name" content="Example News">
<meta property="og:title" content="Rockets near a depot">
<meta property="article:published_time" content="2023-11-07T10:00:00Z">
<link rel="canonical" href="https://example.org/rockets">
<script>var leak = "leak one";</script><style>.leak {{ color: red }}</style>
</head><body>
<nav>Home World leak</nav>
<article><h1>Rockets near a depot</h1>
{body}
</article>
<footer>Copyright leak 2001</footer>
</body></html>
"""
BODY = "<p>Two rockets fell near the depot at Gorom on Tuesday.</p><p>Nobody was hurt, an <b>official</b> said.</p>"


def read(tmp_path: Path, html: str | bytes) -> Article:
    path = tmp_path / "page.html"
    path.write_bytes(html if isinstance(html, bytes) else html.encode())
    (article,) = read_html(path, 25)
    return article


def test_the_main_text_and_what_the_page_says_of_itself(tmp_path: Path) -> None:
    article = read(tmp_path, PAGE.format(body=BODY))
    assert "Two rockets fell near the depot at Gorom on Tuesday." in article.text
    assert "Nobody was hurt, an official said." in article.text
    assert article.title == "Rockets near a depot"
    assert article.publisher == "Example News"
    assert article.url == "https://example.org/rockets"
    assert article.published == "2023-11-07T10:00:00Z"
    assert article.language == "en"


@pytest.mark.parametrize(
    "markup",
    [
        "<script>leak()</script>",
        "<SCRIPT SRC='x'>leak</SCRIPT>",
        "<style>leak {}</style>",
        "<!-- leak -->",
        "<template><p>leak in a template</p></template>",
        "<noscript><p>leak without script</p></noscript>",
        "<p hidden>leak that is hidden</p>",
        "<div style='DISPLAY : none'><p>leak that is not displayed</p></div>",
        "<p aria-hidden='true'>leak for no reader</p>",
        "<iframe srcdoc='<p>leak</p>'>leak</iframe>",
        "<svg><text>leak in a picture</text></svg>",
        "<img src=x onerror='leak()' alt=''>",
        "<a href='javascript:leak()'>link</a>",
        "<form><textarea>leak in a form</textarea></form>",
    ],
)
def test_nothing_that_a_reader_does_not_see_is_text(tmp_path: Path, markup: str) -> None:
    text = read(tmp_path, PAGE.format(body=f"{BODY}{markup}<p>A third rocket fell short of the fence.</p>")).text
    assert "leak" not in text
    assert "A third rocket fell short of the fence." in text


def test_text_behind_a_hidden_element_is_kept(tmp_path: Path) -> None:
    assert "kept" in read(tmp_path, "<body><p>Text <span hidden>leak</span> that is kept in the end.</p></body>").text


@pytest.mark.parametrize(
    "html",
    [
        "<p>Shots.</p>",
        "<html><body>Shots.</body></html>",
        "<div><div><div>Shots.",
        "<?xml version='1.0' encoding='utf-8'?><html><body><p>Shots.</p></body></html>",
        "Shots.",
        "<table><tr><td>Shots.</td></tr></table>",
    ],
)
def test_a_page_with_hardly_any_text_keeps_it(tmp_path: Path, html: str) -> None:
    assert read(tmp_path, html).text.strip() == "Shots."


def test_paragraphs_do_not_run_together(tmp_path: Path) -> None:
    assert read(tmp_path, "<div>One.</div><div>Two.</div>").text.split() == ["One.", "Two."]


@pytest.mark.parametrize(
    "html",
    [
        "<html><body></body></html>",
        "<script>leak()</script>",
        "<!-- only -->",
        "<title>Only a title</title>",
        "<br>" * 500,
    ],
)
def test_a_page_without_text_is_refused(tmp_path: Path, html: str) -> None:
    with pytest.raises(TallystickError, match="E110"):
        read(tmp_path, html)


def test_deep_nesting_does_not_crash(tmp_path: Path) -> None:
    deep = "<p>Two rockets fell near the depot.</p>" + "<div>" * 20000 + "deep" + "</div>" * 20000
    assert "Two rockets fell near the depot." in read(tmp_path, deep).text


def test_the_declared_encoding_is_used(tmp_path: Path) -> None:
    html = "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'><p>Ракеты попали в склад.</p>"
    article = read(tmp_path, html.encode("cp1251"))
    assert article.text.strip() == "Ракеты попали в склад."
    assert article.guessed_encoding is None


def test_the_language_of_the_text_goes_before_that_of_the_template(tmp_path: Path) -> None:
    arabic = "<html lang='en' dir='rtl'><body><p>هاجم مسلحون حاجزاً عسكرياً خارج المدينة مساء الأحد، بحسب المحافظ.</p></body></html>"
    assert read(tmp_path, arabic).language == "ar"
    assert read(tmp_path, "<html lang='fr'><body><p>Goma.</p></body></html>").language == "fr"


@pytest.mark.parametrize(
    "stamp",
    [
        '<meta name="DC.date" content="2023-11-07">',
        '<meta itemprop="datePublished" content="2023-11-07">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-11-07T08:00:00+03:00"}</script>',
    ],
)
def test_other_ways_to_state_the_day(tmp_path: Path, stamp: str) -> None:
    article = read(tmp_path, f"<html><head>{stamp}</head><body>{BODY}</body></html>")
    assert article.published is not None
    assert article.published.startswith("2023-11-07")


def test_no_day_is_guessed_from_the_text(tmp_path: Path) -> None:
    body = "<p>The depot was built on 3 May 1998, and two rockets fell near it.</p>" + BODY
    assert read(tmp_path, f"<html><body>{body}<p>Copyright 2001-2019</p></body></html>").published is None
