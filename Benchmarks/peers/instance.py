"""A made country: towns whose sizes fall by Zipf's law, people around them, sites in the towns and beyond.

The same on every machine: a generator with a seed (SplitMix64), and coordinates rounded to five decimals.
"""
import math

RADIUS = 6_371_008.8


class SplitMix:
    def __init__(self, seed):
        self.state = seed

    def word(self):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        return z ^ (z >> 31)

    def unit(self):
        return (self.word() >> 11) / (1 << 53)

    def normal(self):
        return math.sqrt(-2 * math.log(1 - self.unit())) * math.cos(2 * math.pi * self.unit())


def country(points, sites, seed=1):
    """Points as (lat, lon, people) and sites as (lat, lon)."""
    random = SplitMix(seed)
    towns = [(55 + 12 * random.unit() ** 1.5, 12 + 8 * random.unit()) for _ in range(120)]
    weights = [1 / (rank + 1) for rank in range(len(towns))]
    total = sum(weights)

    def town():
        mark = random.unit() * total
        for place, weight in zip(towns, weights):
            mark -= weight
            if mark <= 0:
                return place
        return towns[-1]

    demand = []
    for _ in range(points):
        if random.unit() < 0.9:
            lat, lon = town()
            lat, lon = lat + 0.2 * random.normal(), lon + 0.35 * random.normal()
        else:
            lat, lon = 55 + 12 * random.unit(), 12 + 8 * random.unit()
        demand.append((round(lat, 5), round(lon, 5), 10 + int(400 * random.unit())))
    places = [(round(lat, 5), round(lon, 5)) for lat, lon in towns[:sites]]
    while len(places) < sites:
        places.append((round(55 + 12 * random.unit(), 5), round(12 + 8 * random.unit(), 5)))
    return demand, places


def capacities(demand, sites, p, seed=2):
    """People that each site can serve: a share of everybody that p of them have half as much again of."""
    random = SplitMix(seed)
    fair = sum(row[2] for row in demand) / p
    return [round(1.5 * fair * (0.5 + random.unit())) for _ in range(len(sites))]


def metres(demand, sites):
    """Great circles to whole metres, points × sites."""
    import numpy

    def vectors(rows):
        lat, lon = (numpy.radians([row[i] for row in rows]) for i in (0, 1))
        return numpy.stack([numpy.cos(lat) * numpy.cos(lon), numpy.cos(lat) * numpy.sin(lon), numpy.sin(lat)], axis=1)

    a, b = vectors(demand), vectors(sites)
    rows = []
    for start in range(0, len(a), 4096):
        chord = numpy.linalg.norm(a[start:start + 4096, None, :] - b[None, :, :], axis=2)
        rows.append(numpy.rint(2 * RADIUS * numpy.arcsin(numpy.minimum(1, chord / 2))))
    return numpy.concatenate(rows).astype(numpy.int64)
