"""Simplifies neighbouring polygons so that a border two of them share stays one border.

Rings are put on a common grid, cut into arcs where three areas meet or a border reaches the coast, and each arc is
simplified once (Visvalingam & Whyatt 1993, doi:10.1179/000870493786962263: the corner with the smallest triangle
goes first). Areas are then put together again from the same arcs, so neighbours cannot drift apart.
"""

import heapq
import math
from collections import defaultdict


def simplified(areas, grid, share, most, smallest_island):
    """Simplifies `areas`: a list of lists of rings (closed, outer rings only, (lon, lat)).

    `grid` is the number of grid steps in a degree. A corner may go when its triangle is smaller than `share` of the
    smallest area at its border and smaller than `most`; islands smaller than `smallest_island` go (both in square
    kilometres), but the largest ring of an area always stays. Returns the areas as lists of closed rings, outer
    rings counterclockwise as RFC 7946 asks.
    """
    snapped = [[ring for ring in (_snap(ring, grid) for ring in rings) if ring] for rings in areas]
    sizes = [sum(_square_kilometres(ring + ring[:1], grid) for ring in rings) for rings in snapped]
    arcs, pieces = _cut(snapped)
    touching = defaultdict(list)
    for size, rings in zip(sizes, pieces):
        for ring in rings:
            for key, _ in ring:
                touching[key].append(size)
    kept = {key: _thin(arc, min(most, share * min(touching[key])), grid) for key, arc in arcs.items()}
    result = []
    for rings in pieces:
        joined = [_join(ring, kept) for ring in rings]
        joined = [ring for ring in joined if len(ring) >= 4]
        joined.sort(key=lambda ring: -_square_kilometres(ring, grid))
        joined = joined[:1] + [ring for ring in joined[1:] if _square_kilometres(ring, grid) >= smallest_island]
        result.append([[(x / grid, y / grid) for x, y in _counterclockwise(ring)] for ring in joined])
    return result


def crossings(ring):
    """The number of pairs of sides of a closed ring that cross or touch without being neighbours."""
    sides = list(zip(ring, ring[1:]))
    found = 0
    for i, (a, b) in enumerate(sides):
        for j in range(i + 2, len(sides)):
            if i == 0 and j == len(sides) - 1:
                continue
            c, d = sides[j]
            if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]):
                continue
            found += _cross(a, b, c, d)
    return found


def _snap(ring, grid):
    """The ring on the grid, open (last ≠ first), without repeated corners and without spikes."""
    corners = []
    for x, y in ring:
        corner = (round(x * grid), round(y * grid))
        if not corners or corners[-1] != corner:
            corners.append(corner)
    while len(corners) > 1 and corners[0] == corners[-1]:
        corners.pop()
    changed = True
    while changed and len(corners) >= 3:
        changed = False
        for i in range(len(corners)):
            before, after = corners[i - 1], corners[(i + 1) % len(corners)]
            if before == after:
                for index in sorted({i, (i + 1) % len(corners)}, reverse=True):
                    del corners[index]
                changed = True
                break
    return corners if len(corners) >= 3 else []


def _cut(areas):
    """Arcs by key, and for each area its rings as lists of (key, backwards)."""
    neighbours, sides = defaultdict(set), defaultdict(set)
    for index, rings in enumerate(areas):
        for ring in rings:
            for a, b in zip(ring, ring[1:] + ring[:1]):
                neighbours[a].add(b)
                neighbours[b].add(a)
                sides[frozenset((a, b))].add(index)

    def is_node(corner):
        around = [sides[frozenset((corner, other))] for other in neighbours[corner]]
        return len(around) != 2 or around[0] != around[1]

    arcs, pieces = {}, []
    for rings in areas:
        pieces.append([])
        for ring in rings:
            nodes = [i for i, corner in enumerate(ring) if is_node(corner)]
            # An island has no node; its smallest corner stands in, whichever ring is read first.
            start = nodes[0] if nodes else ring.index(min(ring))
            turned = ring[start:] + ring[:start]
            stops = [i for i, corner in enumerate(turned) if is_node(corner)] or [0]
            parts = []
            for first, last in zip(stops, stops[1:] + [len(turned)]):
                arc = turned[first:last] + [turned[last % len(turned)]]
                backwards = arc[::-1] < arc
                key = tuple(arc[::-1] if backwards else arc)
                arcs[key] = list(key)
                parts.append((key, backwards))
            pieces[-1].append(parts)
    return arcs, pieces


def _thin(arc, smallest, grid):
    """The arc without the corners whose triangle is smaller than `smallest`; its ends stay."""
    closed = arc[0] == arc[-1]
    before = {i: i - 1 for i in range(len(arc))}
    after = {i: i + 1 for i in range(len(arc))}
    removed, left = set(), len(arc)

    def triangle(i):
        return _square_kilometres([arc[before[i]], arc[i], arc[after[i]], arc[before[i]]], grid)

    heap = [(triangle(i), i) for i in range(1, len(arc) - 1)]
    heapq.heapify(heap)
    while heap and left > (5 if closed else 2):
        size, i = heapq.heappop(heap)
        if i in removed or size != triangle(i):
            continue
        if size >= smallest:
            break
        removed.add(i)
        left -= 1
        after[before[i]], before[after[i]] = after[i], before[i]
        for j in (before[i], after[i]):
            if 0 < j < len(arc) - 1:
                heapq.heappush(heap, (triangle(j), j))
    return [corner for i, corner in enumerate(arc) if i not in removed]


def _join(parts, kept):
    """The closed ring that the arcs make."""
    ring = []
    for key, backwards in parts:
        arc = kept[key][::-1] if backwards else kept[key]
        ring += arc if not ring else arc[1:]
    return ring


def _counterclockwise(ring):
    return ring if _doubled(ring) > 0 else ring[::-1]


def _doubled(ring):
    """Twice the signed area of a closed ring, in squares of the grid."""
    x0, y0 = ring[0]
    return sum((ax - x0) * (by - y0) - (bx - x0) * (ay - y0) for (ax, ay), (bx, by) in zip(ring, ring[1:]))


def _square_kilometres(ring, grid):
    """Area of a small closed ring on the grid, on the plane of its first corner."""
    degree = 111.195
    return abs(_doubled(ring)) / 2 * (degree / grid) ** 2 * math.cos(math.radians(ring[0][1] / grid))


def _cross(a, b, c, d):
    def side(p, q, r):
        value = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
        return (value > 0) - (value < 0)

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
