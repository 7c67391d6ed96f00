from itertools import combinations

from tallystick.resolution.cluster import cluster_tellings
from tallystick.resolution.telling import Telling
from tests.resolution.build import event, tellings

Table = dict[tuple[str, str], float | None]


def clustered(table: Table) -> set[str]:
    """Clusters as strings of letters; a pair that the table does not hold was never compared."""
    letters = sorted({letter for pair in table for letter in pair})
    told = tellings(*(event(letter, name=letter) for letter in letters))
    by_name = {t.mention.id: t for t in told}

    def score(a: Telling, b: Telling) -> float | None:
        return table[min(a.mention.id, b.mention.id), max(a.mention.id, b.mention.id)]

    pairs = [(by_name[a], by_name[b]) for a, b in combinations(letters, 2) if (a, b) in table]
    return {"".join(sorted(t.mention.id for t in c)) for c in cluster_tellings(told, pairs, score)}


def test_pairs_above_the_threshold_join() -> None:
    assert clustered({("a", "b"): 0.9, ("a", "c"): 0.1, ("b", "c"): 0.1}) == {"ab", "c"}


def test_the_best_pair_joins_first() -> None:
    assert clustered({("a", "b"): 0.6, ("b", "c"): 0.9, ("a", "c"): None}) == {"a", "bc"}


def test_a_chain_of_weak_links_does_not_weld() -> None:
    assert clustered({("a", "b"): 0.8, ("b", "c"): 0.7, ("a", "c"): 0.1}) == {"ab", "c"}


def test_one_strong_link_against_one_weak_one_is_enough_on_average() -> None:
    assert clustered({("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.3}) == {"abc"}


def test_a_veto_keeps_clusters_apart_whatever_the_average() -> None:
    assert clustered({("a", "b"): 0.99, ("b", "c"): 0.98, ("a", "c"): None}) == {"ab", "c"}


def test_a_pair_never_compared_keeps_clusters_apart() -> None:
    assert clustered({("a", "b"): 0.99, ("b", "c"): 0.98}) == {"ab", "c"}


def test_even_odds_are_enough() -> None:
    assert clustered({("a", "b"): 0.5}) == {"ab"}
