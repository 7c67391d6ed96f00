"""What find_actors finds, by kind of expression."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.expression import ActorExpression
from tallystick.model.report import Report
from tallystick.model.terms import ActorType
from tallystick.reading.actors import find_actors
from tallystick.reading.places import find_places

Find = Callable[[str], dict[str, ActorExpression]]


@pytest.fixture(scope="session")
def find(nlp: Language) -> Find:
    def run(text: str) -> dict[str, ActorExpression]:
        found = find_actors(
            nlp(text), Report(id="r", text=text), knowledge=load_knowledge(), gazetteer=load_gazetteer()
        )
        return {expression.quote.exact: expression for expression in found}

    return run


@pytest.mark.parametrize(
    ("text", "quote", "actor_id"),
    [
        ("Asaib Ahl-al Haq left the town.", "Asaib Ahl-al Haq", "asaib-ahl-al-haq"),
        ("The Hezbollah Brigades fired rockets.", "Hezbollah Brigades", "kataib-hezbollah"),
        ("Hezbollah fired rockets at Haifa from Lebanon.", "Hezbollah", "hezbollah"),
        ("AL-SHABAAB KILLED SIX PEOPLE IN MOGADISHU ON MONDAY.", "AL-SHABAAB", "al-shabaab"),
        ("Houthi rebels attacked a ship.", "Houthi rebels", "houthis"),
        ("Iran's Revolutionary Guards fired missiles.", "Iran's Revolutionary Guards", "irgc"),
    ],
)
def test_known_names(find: Find, text: str, quote: str, actor_id: str) -> None:
    assert find(text)[quote].actor_id == actor_id


@pytest.mark.parametrize(
    ("text", "quote", "actor_id", "type"),
    [
        ("U.S. forces struck a depot.", "U.S. forces", "us-armed-forces", ActorType.ARMED_FORCES),
        ("Ukrainian troops crossed the river.", "Ukrainian troops", "ua-armed-forces", ActorType.ARMED_FORCES),
        ("Fijian soldiers were wounded.", "Fijian soldiers", "fj", ActorType.ARMED_FORCES),
        ("The armed forces of Sudan retook it.", "armed forces of Sudan", "sd-armed-forces", ActorType.ARMED_FORCES),
        ("The Yemeni government denied it.", "Yemeni government", "ye", ActorType.STATE),
        ("An Iraqi security source said so.", "Iraqi security source", "iq", ActorType.GOVERNMENT_BODY),
        (
            "The Pentagon spokesman said so.",
            "Pentagon spokesman",
            "us-department-of-defense",
            ActorType.GOVERNMENT_BODY,
        ),
    ],
)
def test_bodies_and_speakers_of_states(find: Find, text: str, quote: str, actor_id: str, type: ActorType) -> None:
    found = find(text)[quote]
    assert (found.actor_id, found.type) == (actor_id, type)


def test_the_opposition_of_a_state_is_not_the_state(find: Find) -> None:
    assert find("Syrian opposition forces entered the city.")["Syrian opposition forces"].actor_id is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Russia launched missiles at the port.", "Russia"),
        ("The strike was carried out by Israel.", "Israel"),
        ("Washington said it would respond.", "Washington"),
        ("Israeli aircraft struck the depot.", "Israeli"),
        ("They wanted to deter aggression from Iran and its allies.", "Iran"),
    ],
)
def test_a_state_that_acts_is_an_actor(find: Find, text: str, state: str) -> None:
    assert find(text)[state].type is ActorType.STATE


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rockets hit a base in Iraq and Syria.", "Iraq"),
        ("Rockets hit a base in Iraq and Syria.", "Syria"),
        ("The convoy left Anbar Province, Iraq.", "Iraq"),
        ("They were deployed to Mali last year.", "Mali"),
        ("A bomb exploded in Moscow.", "Moscow"),
        ("The north of Yemen is quiet.", "Yemen"),
        ("Shells fell on Iraqi Kurdistan.", "Iraqi"),
    ],
)
def test_a_country_that_is_a_place_is_left_out(find: Find, text: str, place: str) -> None:
    assert place not in find(text)


@pytest.mark.parametrize(
    ("text", "quote", "backer"),
    [
        ("Iranian-backed militias fired rockets.", "Iranian-backed militias", "ir"),
        ("Iran-backed groups fired rockets.", "Iran-backed groups", "ir"),
        ("Officials blamed pro-Iran factions.", "pro-Iran factions", "ir"),
        ("IRGC-backed militias fired rockets.", "IRGC-backed militias", "irgc"),
        ("Officials blamed Iran's proxies.", "Iran's proxies", "ir"),
        ("Officials blamed Tehran's proxies.", "Tehran's proxies", "ir"),
        ("Militias backed by Iran fired rockets.", "Militias backed by Iran", "ir"),
        ("Fighters loyal to the Houthis shelled it.", "Fighters loyal to the Houthis", "houthis"),
        (
            "The Islamic Revolutionary Guard Corps (IRGC)-backed militias struck.",
            "Islamic Revolutionary Guard Corps (IRGC)-backed militias",
            "irgc",
        ),
    ],
)
def test_an_unnamed_set_carries_its_backer(find: Find, text: str, quote: str, backer: str) -> None:
    found = find(text)[quote]
    assert (found.type, found.actor_id, found.backer_id, found.name) == (ActorType.UNNAMED_SET, None, backer, quote)


def test_a_known_actor_told_with_its_backer_stays_known(find: Find) -> None:
    found = find("Iran-backed Houthi rebels fired a missile.")["Iran-backed Houthi rebels"]
    assert (found.actor_id, found.backer_id) == ("houthis", "ir")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Unidentified gunmen killed a judge.", "Unidentified gunmen"),
        ("The army said rebels burned a bridge.", "rebels"),
        ("Kurdish separatists attacked a post.", "Kurdish separatists"),
        ("Armed men stopped a bus.", "Armed men"),
    ],
)
def test_armed_people_without_a_name(find: Find, text: str, quote: str) -> None:
    found = find(text)[quote]
    assert found.actor_id is None
    assert found.type in (ActorType.GROUP_OF_PEOPLE, ActorType.UNNAMED_SET)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A group calling itself the Free Sons of the Steppe claimed it.", "Free Sons of the Steppe"),
        ("The Green Valley Brigade claimed the ambush.", "Green Valley Brigade"),
        ("On Monday the Stone Hill Liberation Front burned a bridge.", "Stone Hill Liberation Front"),
        ("Police blamed Red Lantern fighters for the ambush.", "Red Lantern fighters"),
    ],
)
def test_an_unknown_name_is_kept_and_forced_on_nobody(find: Find, text: str, quote: str) -> None:
    found = find(text)[quote]
    assert (found.actor_id, found.type) == (None, ActorType.ARMED_GROUP)


@pytest.mark.parametrize(
    ("text", "quote", "actor_id"),
    [
        ("Gunmen of the Islamic State killed a judge.", "Gunmen of the Islamic State", "islamic-state"),
        ("Kurdistan Workers' Party (PKK) militants fled.", "Kurdistan Workers' Party (PKK) militants", "pkk"),
        ("Hamas said its fighters had fired mortars.", "fighters", "hamas"),
    ],
)
def test_members_of_a_named_actor(find: Find, text: str, quote: str, actor_id: str) -> None:
    assert find(text)[quote].actor_id == actor_id


def test_a_body_told_with_its_country(find: Find) -> None:
    assert find("The junta in Niger closed the border.")["junta"].actor_id == "ne"


def test_an_abbreviation_holds_for_the_rest_of_the_report(find: Find) -> None:
    found = find("The Army of the Meadow (AMW) is new. The Army of Pines (AP) claimed it. AP said so. AMW denied it.")
    assert (found["AP"].actor_id, found["AP"].name) == (None, "Army of Pines")


def test_an_abbreviation_of_a_known_name_means_that_actor_here(find: Find) -> None:
    found = find("Kata'ib Sayyid al-Shuhada (KS) denied it. Later KS claimed it.")
    assert found["KS"].actor_id == "kataib-sayyid-al-shuhada"


@pytest.mark.parametrize(
    ("text", "quote", "actor_id"),
    [
        ("Boko Haram attacked a village. The group took hostages.", "group", "boko-haram"),
        ("Hezbollah fired at Haifa in Israel. The Lebanese group said so.", "Lebanese group", "hezbollah"),
        ("The Israeli military said so. The army gave no details.", "army", "il-armed-forces"),
    ],
)
def test_words_that_point_back(find: Find, text: str, quote: str, actor_id: str) -> None:
    assert find(text)[quote].actor_id == actor_id


@pytest.mark.parametrize(
    ("text", "quote", "actor_id"),
    [
        ("The coalition bombed Sanaa, in Yemen.", "coalition", "saudi-led-coalition"),
        ("The coalition struck a cell in Syria and Iraq.", "coalition", "global-coalition"),
        ("In Sudan the RSF shelled a market.", "RSF", "rapid-support-forces"),
        ("The coalition met on Tuesday.", "coalition", None),
    ],
)
def test_an_ambiguous_name_is_read_by_its_surroundings(find: Find, text: str, quote: str, actor_id: str | None) -> None:
    assert find(text)[quote].actor_id == actor_id


@pytest.mark.parametrize("word", ["Katyusha", "USS Mason", "November", "UAV", "Anbar"])
def test_weapons_vessels_months_and_places_are_no_actors(find: Find, word: str) -> None:
    text = "In November a UAV and a Katyusha rocket were fired from Anbar at the destroyer USS Mason."
    assert all(word not in quote for quote in find(text))


def test_a_person_named_like_a_country_is_no_state(find: Find) -> None:
    assert "Jordan" not in find("Michael Jordan arrived on Friday.")


def test_what_stands_before_the_body_is_not_read(nlp: Language) -> None:
    text = "Hamas briefing.\n\nRussia launched missiles."
    report = Report(id="r", text=text, body_start=text.index("Russia"))
    found = find_actors(nlp(text), report, knowledge=load_knowledge(), gazetteer=load_gazetteer())
    assert [e.quote.exact for e in found] == ["Russia"]


_PIECES = st.sampled_from(
    [
        "Iran",
        "-backed",
        " militias",
        " (",
        "IRI",
        ")",
        "’s",
        " the ",
        "Hamas",
        "\n",
        " U.S.",
        " al-",
        ",",
        " group",
        "é",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_PIECES, max_size=20).map("".join))
def test_quotes_are_literal_sorted_and_apart(nlp: Language, text: str) -> None:
    found = find_actors(nlp(text), Report(id="r", text=text), knowledge=load_knowledge(), gazetteer=load_gazetteer())
    assert all(text[e.quote.start : e.quote.end] == e.quote.exact != "" for e in found)
    assert all(a.quote.end <= b.quote.start for a, b in pairwise(found))
    assert all(e.why and e.name for e in found)


@pytest.fixture(scope="session")
def find_at_places(nlp: Language) -> Callable[[str], dict[str, list[ActorExpression]]]:
    """As the reader does it: the places of a report tell where it plays."""

    def run(text: str) -> dict[str, list[ActorExpression]]:
        doc, report = nlp(text), Report(id="r", text=text)
        known, gazetteer = load_knowledge(), load_gazetteer()
        places = find_places(doc, report, knowledge=known, gazetteer=gazetteer)
        found: dict[str, list[ActorExpression]] = {}
        for one in find_actors(doc, report, knowledge=known, gazetteer=gazetteer, places=places):
            found.setdefault(one.quote.exact, []).append(one)
        return found

    return run


FindAll = Callable[[str], dict[str, list[ActorExpression]]]


@pytest.mark.parametrize(
    ("text", "quote", "actor_id"),
    [
        ("The army bombed a market in Omdurman.", "army", "sd-armed-forces"),
        ("Police in Erbil closed the road. The police found a tube.", "police", "iq-federal-police"),
        ("Israel's military struck Tyre. The military named no target in Tyre.", "military", "il-armed-forces"),
        ("The government in Bamako condemned the raid.", "government", "ml"),
        ("Ansar Allah, a militia, fired rockets at Erbil.", "Ansar Allah", "harakat-ansar-allah-al-awfiya"),
    ],
)
def test_a_body_without_a_state_is_of_where_it_plays(
    find_at_places: FindAll, text: str, quote: str, actor_id: str
) -> None:
    assert find_at_places(text)[quote][-1].actor_id == actor_id


def test_soldiers_without_an_article_may_be_anybodys(find_at_places: FindAll) -> None:
    assert find_at_places("Two soldiers died in Gao.")["soldiers"][0].actor_id is None


@pytest.mark.parametrize(
    ("text", "quote", "actor_id"),
    [
        ("The Pentagon's press secretary, Brig. Gen. Pat Ryder, denied it.", "Pat Ryder", "us-department-of-defense"),
        ("Willy Ngoma, who speaks for M23, denied it.", "Willy Ngoma", "m23"),
        ("Yahya Saree, the Houthis' military spokesman, told reporters.", "Yahya Saree", "houthis"),
        ("White House spokesman John Kirby told reporters.", "John Kirby", "us-white-house"),
    ],
)
def test_a_person_speaks_for_the_body_that_the_report_tells(find: Find, text: str, quote: str, actor_id: str) -> None:
    person = find(text)[quote]
    assert (person.actor_id, person.type, person.is_known_body) == (actor_id, ActorType.PERSON, False)


@pytest.mark.parametrize(
    ("text", "pronoun", "actor_id"),
    [
        ("Hezbollah said it fired rockets at Haifa.", "it", "hezbollah"),
        ("Hamas fired rockets. It named no target.", "It", "hamas"),
        ("Ukraine lost the town. Its forces withdrew.", "forces", "ua-armed-forces"),
        ("The rebels of M23 took Sake. They burned a market.", "They", "m23"),
    ],
)
def test_a_pronoun_means_who_speaks_or_was_told_of(find: Find, text: str, pronoun: str, actor_id: str) -> None:
    assert find(text)[pronoun].actor_id == actor_id


@pytest.mark.parametrize("text", ["Hamas fired rockets. It was raining.", "Israel struck. Officials deny it."])
def test_an_it_that_means_nobody_is_not_listed(find: Find, text: str) -> None:
    assert not {"It", "it"} & find(text).keys()


def test_both_groups_are_the_two_named_last(find: Find) -> None:
    found = find("Hamas and Islamic Jihad fired rockets. Both groups left Gaza.")["Both groups"]
    assert (found.actor_id, found.member_ids) == (None, ("hamas", "palestinian-islamic-jihad"))


def test_the_last_word_of_a_name_is_short_for_it(find: Find) -> None:
    assert find("The Revolutionary Guards fired missiles. The Guards named no target.")["Guards"].actor_id == "irgc"


@pytest.mark.parametrize(
    ("text", "name", "described"),
    [
        ("A group calling itself Sons of Dawn fired.", "Sons of Dawn", "A group calling itself Sons of Dawn"),
        (
            "The Red Dawn Front, a splinter of Hamas, fired.",
            "Red Dawn Front",
            "Red Dawn Front, a splinter of Hamas",
        ),
        ("The Red Dawn Front fired rockets.", "Red Dawn Front", None),
    ],
)
def test_a_name_that_no_base_holds_comes_with_what_describes_it(
    find: Find, text: str, name: str, described: str | None
) -> None:
    found = find(text)[name]
    assert (found.described.exact if found.described else None) == described


def test_the_air_force_is_a_body_unlike_a_force(find: Find) -> None:
    found = find("The air force bombed two villages. The force left.")
    assert [(q, e.type) for q, e in found.items()] == [("air force", ActorType.ARMED_FORCES)]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Rebels in eastern Congo seized Bunagana. Congo accused Rwanda.", "Congo", "cd"),
        (
            "In Manipur, India, cadres of the People's Liberation Army struck.",
            "People's Liberation Army",
            "pla-manipur",
        ),
        (
            "The People's Liberation Army held drills near Taiwan, China said.",
            "People's Liberation Army",
            "cn-armed-forces",
        ),
        (
            "The Official IRA called a ceasefire; the IRA did not, the Provisional IRA said.",
            "Official IRA",
            "official-ira",
        ),
        ("The Official IRA called a ceasefire; the IRA did not, the Provisional IRA said.", "IRA", "ira"),
        ("The IRA bombed a barracks in Derry.", "IRA", "ira"),
        ("The Karen National Union said the KNLA had seized Myawaddy.", "Karen National Union", "knu"),
        ("The Karen National Union said the KNLA had seized Myawaddy.", "KNLA", "knla"),
        ("Al-Mayadeen reported a strike.", "Al-Mayadeen", "al-mayadeen"),
    ],
)
def test_names_that_two_bear(find: Find, text: str, words: str, actor: str) -> None:
    assert find(text)[words].actor_id == actor


@pytest.mark.parametrize(
    "text",
    ["Shells hit Mannar town on Sunday.", "Strikes hit Mayadeen in Syria.", "Jets struck al-Mayadeen on Tuesday."],
)
def test_a_town_is_no_outlet(find: Find, text: str) -> None:
    assert not [a for a in find(text).values() if a.type is ActorType.MEDIA]
