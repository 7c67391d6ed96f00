from __future__ import annotations

import csv
import io
import json
import shlex
import subprocess
import zipfile
from pathlib import Path

from fastapi.testclient import TestClient
from lxml import html
from playwright.sync_api import Page

from tallystick.ledger import Ledger
from tallystick.pipeline import read_record
from tallystick.writing import write_everything


def test_every_file_is_offered_and_has_the_rows_that_the_page_says(client: TestClient) -> None:
    lines = html.fromstring(client.get("/data").text).xpath('//tr[.//a[starts-with(@href, "/data/files/")]]')
    assert len(lines) > 10
    for line in lines:
        number = int(line.xpath('string(td[@class="number"])').replace(",", ""))
        for address in line.xpath(".//a[@download]/@href"):
            answer = client.get(address)
            assert answer.status_code == 200
            if address.endswith(".csv"):
                assert len(list(csv.DictReader(io.StringIO(answer.text)))) == number
            elif address.endswith(".jsonl"):
                assert len([json.loads(row) for row in answer.text.splitlines()]) == number
            else:
                assert len(answer.json()["features"]) == number


def test_the_files_hold_what_export_writes(client: TestClient, ledger: Ledger, tmp_path: Path) -> None:
    write_everything(read_record(ledger), tmp_path)
    for path in tmp_path.iterdir():
        address = f"/data/files/{path.name}"
        if path.suffix == ".jsonl" and path.stem != "tally-comparisons":
            told = [json.loads(line) for line in client.get(address).text.splitlines()]
            assert told == [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        elif path.suffix == ".csv":
            assert client.get(address).content == path.read_bytes()
        elif path.suffix == ".geojson":
            assert client.get(address).json() == json.loads(path.read_text(encoding="utf-8"))


def test_a_file_that_there_is_not_is_no_page(client: TestClient) -> None:
    for name in ("claims.exe", "nothing.csv", "claims", "tallies.geojson"):
        assert client.get(f"/data/files/{name}").status_code == 404
    assert client.get("/data/pack.zip").status_code == 404


def test_an_analyst_has_the_archive_made_and_takes_it_away(page: Page, ledger: Ledger) -> None:
    page.goto("/data")
    page.get_by_role("button", name="Make the archive").click()
    link = page.get_by_role("link", name=".zip")
    link.wait_for(timeout=120_000)
    with page.expect_download() as told:
        link.click()
    with zipfile.ZipFile(told.value.path()) as archive:
        names = {Path(name).name for name in archive.namelist()}
        assert {"brief.html", "incidents.csv", "claims.jsonl"} <= names
        incidents = next(name for name in archive.namelist() if name.endswith("incidents.jsonl"))
        assert len(archive.read(incidents).splitlines()) == len(ledger.incidents())


def test_every_call_of_the_api_is_described_and_its_example_answers(client: TestClient, served: str) -> None:
    from_openapi = set(client.get("/api/v1/openapi.json").json()["paths"])
    page = html.fromstring(subprocess.check_output(["curl", "-s", f"{served}/data/api"]))
    assert {code.removeprefix("GET ") for code in page.xpath("//h3/code/text()")} == from_openapi
    examples = page.xpath('//code[@class="curl"]/text()')
    assert len(examples) >= len(from_openapi) - 4
    for example in examples:
        command = [*shlex.split(example), "-s", "-w", "\n%{http_code}"]
        body, _, status = subprocess.check_output(command).decode().rpartition("\n")
        assert status == "200", example
        json.loads(body)
