from __future__ import annotations

from tallystick.codebook import load_codebook, load_meanings
from tallystick.publishing.dictionary import describe_parts, describe_rows
from tallystick.publishing.schema import ROWS, export_schemas

ONLY_IN_THE_API = {"Decision", "DeletedRow", "SiteRow", "RelationEnds"}
NO_NOUN = {"Any", "Page"}


def test_every_field_of_every_row_and_part_is_explained() -> None:
    schemas = export_schemas()
    for shape in (*describe_rows(schemas), *describe_parts(schemas)):
        assert all(field.meaning for field in shape.fields), shape.name


def test_no_field_is_explained_that_is_not_there() -> None:
    schemas = export_schemas()
    held = {shape.name: {field.name for field in shape.fields} for shape in describe_parts(schemas)}
    held |= {noun.__name__: set(schemas[name].get("properties", ())) for name, noun in ROWS.items()}
    explained = {noun: set(fields) for noun, fields in load_meanings().items()}
    for noun in set(explained) - ONLY_IN_THE_API - NO_NOUN:
        assert explained[noun] <= held[noun]


def test_every_type_leads_to_a_part_or_a_list() -> None:
    schemas = export_schemas()
    shapes = [*describe_rows(schemas), *describe_parts(schemas)]
    named = {piece.of for shape in shapes for field in shape.fields for piece in field.type if piece.of}
    named |= {name for shape in shapes for name in shape.one_of}
    assert named <= {shape.name for shape in shapes} | set(load_codebook())
