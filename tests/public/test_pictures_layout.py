"""Where boxes and lines go: nothing on top of anything else, every line from end to end."""

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan.public.pictures.buses import OUT_OF_PICTURE, Edge, Tie
from samverkan.public.pictures.layout import Node, planned
from samverkan.public.pictures.rows import layers_of, reading_order

COLUMNS = 5


@st.composite
def pictures(draw):
    """Boxes of several heights and lines of all kinds, rings and several parents among them."""
    count = draw(st.integers(1, 40))
    keys = st.integers(1, count)
    heights = st.sampled_from([50.0, 70.0, 130.0])
    nodes = [Node(key, draw(heights), draw(st.booleans())) for key in range(1, count + 1)]
    inside = [tie for tie in Tie if tie is not Tie.OUT]
    edges = draw(st.lists(st.builds(Edge, keys, keys, st.sampled_from(inside)), max_size=60))
    out = draw(st.lists(st.builds(Edge, keys, st.just(OUT_OF_PICTURE), st.just(Tie.OUT))))
    return nodes, edges + out


def crosses(segment, box):
    (x1, y1), (x2, y2) = segment
    left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
    return left < box.right and right > box.x and top < box.bottom and bottom > box.y


def touch(one, other):
    (ax1, ay1), (ax2, ay2) = (min(one), max(one))
    (bx1, by1), (bx2, by2) = (min(other), max(other))
    return ax1 <= bx2 and bx1 <= ax2 and ay1 <= by2 and by1 <= ay2


def hangs_together(segments):
    reached, waiting = set(), [0]
    while waiting:
        at = waiting.pop()
        if at not in reached:
            reached.add(at)
            waiting += [n for n, one in enumerate(segments) if touch(one, segments[at])]
    return len(reached) == len(segments)


def ends(line):
    return {point for segment in line.segments for point in segment}


@given(pictures())
@settings(max_examples=150, deadline=None)
def test_no_two_boxes_overlap_and_no_line_crosses_a_box(picture):
    nodes, edges = picture
    plan = planned(nodes, edges, columns=COLUMNS)
    boxes = list(plan.boxes.values())

    assert set(plan.boxes) == {node.key for node in nodes}
    for at, box in enumerate(boxes):
        assert box.x >= 0
        assert box.right <= plan.width
        assert box.bottom <= plan.height
        for other in boxes[:at]:
            assert (
                box.right <= other.x
                or other.right <= box.x
                or box.bottom <= other.y
                or other.bottom <= box.y
            )
    for line in plan.lines:
        for segment in line.segments:
            assert not any(crosses(segment, box) for box in boxes)


@given(pictures())
@settings(max_examples=150, deadline=None)
def test_every_line_is_whole_and_reaches_both_its_boxes(picture):
    nodes, edges = picture
    plan = planned(nodes, edges, columns=COLUMNS)

    drawn = {edge for line in plan.lines for edge in line.edges}
    assert drawn == {edge for edge in edges if edge.tail != edge.head}
    for line in plan.lines:
        assert hangs_together(line.segments)
        assert all(x1 == x2 or y1 == y2 for (x1, y1), (x2, y2) in line.segments)
        for edge in line.edges:
            for key in {edge.tail, edge.head} - {OUT_OF_PICTURE}:
                box = plan.boxes[key]
                assert any(
                    box.x < x < box.right and y in (box.y, box.bottom) for x, y in ends(line)
                )
            if edge.tie is Tie.OUT:
                assert any(x == plan.width for x, _ in ends(line))


@given(pictures())
@settings(max_examples=150, deadline=None)
def test_two_lines_never_run_on_top_of_each_other(picture):
    plan = planned(*picture, columns=COLUMNS)
    for upright in (True, False):
        along = defaultdict(list)
        for number, line in enumerate(plan.lines):
            for (x1, y1), (x2, y2) in line.segments:
                if (x1 == x2) == upright:
                    place, start, end = (x1, y1, y2) if upright else (y1, x1, x2)
                    along[round(place, 3)].append((min(start, end), max(start, end), number))
        for spans in along.values():
            for one in spans:
                for other in spans:
                    if one[2] != other[2]:
                        assert one[1] <= other[0] or other[1] <= one[0]


@given(pictures())
@settings(max_examples=150, deadline=None)
def test_the_same_register_gives_the_same_picture(picture):
    nodes, edges = picture

    assert planned(nodes, edges, columns=COLUMNS) == planned(nodes, edges, columns=COLUMNS)


def test_each_stands_below_all_that_it_stands_under():
    over = [(1, 2), (1, 3), (2, 4), (3, 4), (4, 5), (1, 5)]

    assert layers_of([1, 2, 3, 4, 5], over) == [[1], [2, 3], [4], [5]]
    assert [place.key for place in reading_order([1, 2, 3, 4, 5], over)] == [1, 2, 4, 5, 3]


def test_a_ring_is_opened_and_every_box_is_drawn():
    assert layers_of([1, 2, 3], [(1, 2), (2, 3), (3, 1)]) == [[1], [2], [3]]


def test_a_wide_layer_becomes_even_rows():
    plan = planned([Node(key, 50) for key in range(1, 8)], [], columns=5)

    assert [box.y for box in plan.boxes.values()].count(0) == 4


def test_nothing_to_draw_is_an_empty_picture():
    assert planned([], [], columns=5).boxes == {}


def test_two_thousand_bodies_are_drawn():
    nodes = [Node(key, 70) for key in range(1, 2001)]
    edges = [Edge(max(1, key // 12), key, Tie.UNDER) for key in range(2, 2001)]
    edges += [Edge(key, max(1, key // 12), Tie.SEAT) for key in range(2, 2001)]
    plan = planned(nodes, edges, columns=COLUMNS)

    assert len({(box.x, box.y) for box in plan.boxes.values()}) == 2000
    assert sum(len(line.edges) for line in plan.lines) == 2 * 1999
