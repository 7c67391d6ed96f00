from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tallystick.publishing.brief.labels import Layout, overlap

points = st.lists(st.tuples(st.floats(0, 400), st.floats(0, 300)), max_size=25)


@given(points)
def test_labels_never_cover_one_another_nor_leave_the_frame(spots: list[tuple[float, float]]) -> None:
    layout = Layout(400, 300)
    boxes = []
    for x, y in spots:
        label = layout.place(x, y, 8, 60, 14)
        if label:
            boxes.append((label.x, label.y - 7, label.x + 60, label.y + 7))
    for n, box in enumerate(boxes):
        assert box[0] >= 0
        assert box[1] >= 0
        assert box[2] <= 400
        assert box[3] <= 300
        assert not any(overlap(box, other) for other in boxes[:n])


def test_label_stands_beside_its_point_where_there_is_room() -> None:
    label = Layout(400, 300).place(100, 100, 8, 60, 14)
    assert label is not None
    assert (label.x, label.y, label.leader) == (108, 100, False)


def test_label_far_off_gets_a_leader() -> None:
    layout = Layout(400, 300)
    layout.take((60, 70, 190, 130))
    label = layout.place(100, 100, 8, 60, 14)
    assert label is not None
    assert label.leader


def test_no_room_is_no_label() -> None:
    layout = Layout(100, 100)
    layout.take((0, 0, 100, 100))
    assert layout.place(50, 50, 8, 30, 14) is None
