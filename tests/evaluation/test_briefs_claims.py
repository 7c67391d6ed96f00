"""Claims and relations of briefs counted, worked by hand."""

from dataclasses import replace

from tallystick.evaluation.bench import make_report
from tallystick.evaluation.briefs_claims import ClaimSums, predicates_coded
from tallystick.evaluation.briefs_gold import Brief, GroupClaim, Told
from tallystick.evaluation.ties import Tie

FIRE = Told(
    kind="arson",
    start=None,
    end=None,
    place="Djibo",
    country="BF",
    perpetrator=None,
    claimed_by=("Red Lions",),
    killed=None,
    injured=None,
    outcome="unknown",
    status="reported",
    background=False,
    response=False,
    spans=((0, 10),),
    id="DJIBO",
)
FOUND = replace(FIRE, id="inc-1")
UMBRELLA = Tie("Gao Front", "umbrella_of", "Red Lions")


def _brief(*incidents: Told, groups: tuple[GroupClaim, ...] = (), ties: tuple[Tie, ...] = ()) -> Brief:
    report = make_report("The Red Lions said they lit it.", name="x")
    return Brief("x", "en", report, incidents, (), (), groups, ties)


def _figures(sums: ClaimSums) -> dict[str, float]:
    return {f.name: f.value for f in sums.figures("")}


def test_a_claimant_told_and_found_is_right() -> None:
    sums = ClaimSums()
    sums.add_claimants(_brief(FIRE), [(0, FOUND)], {"inc-1": ("the Red Lions",)})
    assert (_figures(sums)["claimant F1"], sums.false) == (1, 0)


def test_a_claimant_not_found_is_missed_and_no_false_claim() -> None:
    sums = ClaimSums()
    sums.add_claimants(_brief(FIRE), [(0, FOUND)], {})
    assert (_figures(sums)["claimant recall"], sums.false) == (0, 0)


def test_a_claim_on_an_incident_that_the_text_gives_nobody_is_false() -> None:
    sums = ClaimSums()
    sums.add_claimants(_brief(replace(FIRE, claimed_by=())), [(0, FOUND)], {"inc-1": ("Red Lions",)})
    assert (_figures(sums)["claimant precision"], sums.false) == (0, 1)


def test_a_claim_on_an_incident_that_was_not_coded_is_false() -> None:
    sums = ClaimSums()
    sums.add_claimants(_brief(), [], {"inc-2": ("Red Lions",)})
    assert sums.false == 1


def test_a_claim_over_a_set_is_found_by_its_words_and_its_claimant() -> None:
    told = GroupClaim("Red Lions", (0, 10))
    for found, share in ((told, 1), (GroupClaim("Gao Front", (0, 10)), 0), (GroupClaim("Red Lions", (10, 20)), 0)):
        sums = ClaimSums()
        sums.add_group_claims(_brief(groups=(told,)), [found])
        assert _figures(sums)["group claims found"] == share


def test_a_claim_over_a_set_that_marks_an_incident_is_counted() -> None:
    told = GroupClaim("Red Lions", (0, 10))
    sums = ClaimSums()
    sums.add_group_claims(_brief(groups=(told,)), [replace(told, marks=2)])
    assert _figures(sums)["group claims that mark an incident"] == 1


def test_a_relation_of_a_kind_never_coded_costs_only_the_figure_of_all() -> None:
    brief = _brief(ties=(UMBRELLA,))
    sums = ClaimSums()
    found = [Tie("Gao Front", "brand_of", "Red Lions"), Tie("Red Lions", "backed_by", "Chad")]
    sums.add_ties(brief, found, predicates_coded([brief]))
    figures = _figures(sums)
    assert figures["relation, coded predicates F1"] == 1
    assert figures["relation, all precision"] == 0.5


def test_a_relation_of_a_coded_kind_that_was_not_coded_is_false() -> None:
    brief = _brief(ties=(UMBRELLA,))
    sums = ClaimSums()
    sums.add_ties(brief, [Tie("Gao Front", "brand_of", "Blue Lions of Kayes")], predicates_coded([brief]))
    assert _figures(sums)["relation, coded predicates F1"] == 0
