from __future__ import annotations

import pytest

from tallystick.accounts import passwords
from tallystick.accounts.passwords import check_password, fits, hash_password, is_outdated
from tallystick.errors import TallystickError


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("eleven char", "E827"),
        ("x" * 257, "E827"),
        ("aaaaaaaaaaaaaaaa", "E828"),
        ("abcabcabcabcabc", "E828"),
        ("Mira-mira-1", "E827"),
        ("mira12345678", "E828"),
        ("Password1234!", "E828"),
        ("qwertyuiop12", "E828"),
        ("q1w2e3r4t5y6", "E828"),
    ],
)
def test_a_password_that_is_short_or_easily_guessed_is_refused(password: str, code: str) -> None:
    with pytest.raises(TallystickError, match=code):
        check_password(password, name="mira")


@pytest.mark.parametrize(
    "password", ["a walk by the river", "كلمة سر طويلة جدا", "no rules of composition", "7 x!z " * 3 + "y" * 80]
)
def test_words_spaces_and_any_script_will_do(password: str) -> None:
    check_password(password, name="mira")


def test_what_is_kept_is_argon2id_and_the_password_is_not_in_it() -> None:
    kept = hash_password("a walk by the river")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert "river" not in kept
    assert kept != hash_password("a walk by the river")


def test_only_the_password_fits() -> None:
    kept = hash_password("a walk by the river")
    assert fits("a walk by the river", kept)
    assert not fits("a walk by the rivers", kept)


def test_the_same_letters_fit_however_they_are_composed() -> None:
    assert fits("cafe\u0301 by the river", hash_password("caf\u00e9 by the river"))


def test_nothing_fits_nobody_but_the_work_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[str] = []

    of_nobody = hash_password("of nobody")
    monkeypatch.setattr(passwords, "_of_nobody", lambda: of_nobody)

    class Counting:
        def verify(self, kept: str, _: str) -> bool:
            worked.append(kept)
            return True

    monkeypatch.setattr(passwords, "_HASHER", Counting())
    assert not fits("of nobody", None)
    assert worked == [of_nobody]


def test_what_was_made_with_weaker_parameters_is_outdated() -> None:
    assert is_outdated("$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$aGFzaGhhc2hoYXNo")
    assert not is_outdated(hash_password("a walk by the river"))
