"""Writes the data of Examples/servicekontor-2021 from the source files.

    python3 Tools/example/sweden.py [SOURCE]

SOURCE is the folder with the Swedish source files, by default ../shared/data/sweden seen from the repository.
`programme.yaml` and `SOURCE.md` of the example are written by hand and left alone.
"""

import json
import sys

import sweden_places as table
from common import ROOT, kilometres, number, read_rows, require, slug, write_collection, write_rows
from outlines import crossings, simplified

TARGET = ROOT / "Examples" / "servicekontor-2021"
LAYER = "disadvantaged-areas"
# The functional regions whose metropolitan municipalities (SKR groups A1 and A2) make up the three areas.
METRO_AREAS = {"Stockholm": "Stockholm", "Göteborg": "Göteborg", "Malmö-Lund": "Malmö"}
RURAL_GROUPS = {"B5", "C6", "C7", "C8", "C9"}
SIZES = {"small": "small", "flexi": "flexible", "small-or-medium": "small-or-medium"}
FARTHEST_FROM_PEOPLE = 3.0


class Source:
    """The source files, and the look-ups that several of the written files need."""

    def __init__(self, folder):
        self.folder = folder
        self.municipalities = read_rows(folder / "municipalities.csv")
        self.codes = {row["name"]: row["code"] for row in self.municipalities}
        self.demand = read_rows(folder / "demand-points.csv")
        self.offices = read_rows(folder / "offices-2021-partial.csv")
        self.named = {
            row["name"]: row for row in read_rows(folder / "assignment-2021-places.csv") if row["kind"] == "municipality"
        }
        self.localities = {(row["municipality_code"], row["name"]): row for row in read_rows(folder / "localities-2020.csv")}
        self.regso = {
            (row["municipality_code"], row["name"].removeprefix("RegSO-")): row for row in read_rows(folder / "regso.csv")
        }
        self.basic_areas = {row["name"]: row for row in read_rows(folder / "stockholm-areas-2016.csv")}
        self.deso = read_rows(folder / "deso-2019.csv")
        require(len(self.municipalities) == 290, "290 municipalities expected")
        require(len(self.named) == 23, "23 named municipalities expected")

    def locality(self, code, name):
        row = self.localities[code, name]
        return float(row["lat"]), float(row["lon"])

    def basic_area_centre(self, names):
        return _centre((self.basic_areas[name], "population_2016") for name in names)

    def regso_centre(self, code, names):
        ids = {self.regso[code, name]["regso"] for name in names}
        return _centre((row, "population_2019") for row in self.deso if row["regso"] in ids)


def _centre(weighted_rows):
    """The mean position of rows, weighted by the named column."""
    people, lat, lon = 0, 0.0, 0.0
    for row, column in weighted_rows:
        weight = int(row[column])
        people, lat, lon = people + weight, lat + weight * float(row["lat"]), lon + weight * float(row["lon"])
    return lat / people, lon / people


# Municipalities

def metro_area(source, row):
    """The metropolitan area whose five or six offices one here would count among; named municipalities do not."""
    if row["name"] in source.named:
        return ""
    if row["skr_group"] in ("A1", "A2") or row["name"] == "Lund":
        return METRO_AREAS[row["fa15"]]
    return ""


def municipality_categories(source, row):
    """What an office here would count as: the assignment's own category where it has one, else our inference."""
    if row["name"] in source.named:
        return [source.named[row["name"]]["category"]]
    categories = []
    if metro_area(source, row):
        categories.append("metropolitan")
    if int(row["regso_class1_population_2021"]) >= 2000:
        categories.append("disadvantaged")
    if row["skr_group"] in RURAL_GROUPS or (row["skr_group"] == "B4" and not categories):
        categories.append("rural")
    return categories


# Eurostat's NUTS 1 regions (landsdelar), Commission Regulation (EC) 105/2007.
EAST = {"Stockholms län", "Uppsala län", "Södermanlands län", "Östergötlands län", "Örebro län", "Västmanlands län"}
NORTH = {"Värmlands län", "Dalarnas län", "Gävleborgs län", "Västernorrlands län", "Jämtlands län", "Västerbottens län",
         "Norrbottens län"}


def nuts1(county):
    return "Östra Sverige" if county in EAST else "Norra Sverige" if county in NORTH else "Södra Sverige"


def write_municipalities(source, centres):
    rows = []
    for row in source.municipalities:
        lat, lon = centres.get(row["code"], (float(row["centre_lat"]), float(row["centre_lon"])))
        rows.append({
            "code": row["code"], "name": row["name"], "lat": number(lat, 4), "lon": number(lon, 4),
            "categories": "|".join(municipality_categories(source, row)), "county": row["county"],
            "nuts1": nuts1(row["county"]), "skr_group": row["skr_group"], "fa15": row["fa15"], "metro_area": metro_area(source, row),
        })
    write_rows(TARGET / "municipalities.csv", list(rows[0]), rows)
    return rows


# People and existing offices

def write_demand(source):
    rows = [{
        "id": row["id"], "municipality": row["municipality_code"], "lat": number(float(row["lat"]), 4),
        "lon": number(float(row["lon"]), 4), "population": row["population"],
    } for row in source.demand]
    require(sum(int(row["population"]) for row in rows) == 10_379_295, "the people must add up to the official number")
    write_rows(TARGET / "demand.csv", list(rows[0]), rows)


def write_offices(source, centres):
    """The offices; one that stands at a point inside a large locality is moved to the centre, where one is stated.

    In the large towns such a point can lie five kilometres from the centre (Uppsala), and the people of these towns
    are spread over postal-code points: the old office would seem far away from them, and a new one needed.
    """
    inside = {row["code"]: (row["centre_lat"], row["centre_lon"]) for row in source.municipalities}
    rows = []
    for row in source.offices:
        code, position = row["municipality_code"], (float(row["lat"]), float(row["lon"]))
        if code in centres and kilometres(position, tuple(map(float, inside[code]))) < 0.1:
            position = centres[code]
        rows.append({
            "id": row["id"], "name": row["place"], "municipality": code, "lat": number(position[0], 4),
            "lon": number(position[1], 4), "kind": "full", "evidence": row["evidence"], "source": row["source"],
        })
    require(len(rows) == 111, "111 offices expected")
    write_rows(TARGET / "offices.csv", list(rows[0]), rows)


# Candidates

class Candidates:
    """The candidates and the areas of the layer, as they are gathered from the tables."""

    def __init__(self, source):
        self.source = source
        self.places, self.areas, self.centres = [], [], {}

    def add(self, name, municipality, position, how, kind, categories, note="", regso=(), is_centre=False):
        code = self.source.codes[municipality]
        identifier = slug(name)
        self.places.append({
            "id": identifier, "name": name, "municipality": code, "lat": number(position[0], 4),
            "lon": number(position[1], 4), "kind": kind, "categories": "|".join(categories),
            "layers": LAYER if regso else "", "earliest": "", "cost": "", "yearly": "", "position": how,
            "note": "; ".join(filter(None, [note, "RegSO klass 1: " + ", ".join(regso) if regso else ""])),
        })
        if regso:
            self._add_area(identifier, name, code, position, regso)
        if is_centre:
            self.centres[code] = position

    def _add_area(self, identifier, name, code, position, regso):
        rows = [self.source.regso[code, area] for area in regso]
        for row in rows:
            require(row["socioeconomic_class_2022"] == "1", f"{row['name']} is not of class 1")
        self.areas.append({
            "type": "Feature",
            "properties": {
                "id": identifier, "name": name, "municipality": code,
                "population": sum(int(row["population_2020"]) for row in rows),
            },
            "geometry": {"type": "Point", "coordinates": [round(position[1], 4), round(position[0], 4)]},
        })


def gather_candidates(source):
    candidates = Candidates(source)
    add_rural(candidates)
    add_disadvantaged(candidates)
    add_cities(candidates)
    add_suburbs(candidates)
    check_candidates(source, candidates.places)
    return candidates


def add_rural(candidates):
    source = candidates.source
    for municipality, localities in table.RURAL.items():
        kind = SIZES[source.named[municipality]["size_class"]]
        for locality in localities:
            position = source.locality(source.codes[municipality], locality)
            candidates.add(
                locality, municipality, position, "locality-centre", kind, ["rural"],
                table.RURAL_NOTES.get(locality, ""), is_centre=locality == municipality)


def add_disadvantaged(candidates):
    for municipality, (centre, districts) in table.DISADVANTAGED.items():
        kind = SIZES[candidates.source.named[municipality]["size_class"]]
        candidates.add(
            f"{municipality} centrum", municipality, centre, "stated-approximate", kind, ["disadvantaged"], is_centre=True)
        for name, (position, regso) in districts.items():
            how = "stated-approximate"
            if isinstance(position, str):
                position, how = candidates.source.locality(candidates.source.codes[municipality], position), "locality-centre"
            candidates.add(name, municipality, position, how, kind, ["disadvantaged"], regso=regso)


def add_cities(candidates):
    source = candidates.source
    both = ["metropolitan", "disadvantaged"]
    for name, areas in table.STOCKHOLM.items():
        candidates.add(name, "Stockholm", source.basic_area_centre(areas), "basomrade", "medium", ["metropolitan"])
    for name, (areas, regso) in table.STOCKHOLM_DISADVANTAGED.items():
        candidates.add(name, "Stockholm", source.basic_area_centre(areas), "basomrade", "small-or-medium", both, regso=regso)
    code = source.codes["Göteborg"]
    for name, regso in table.GOTEBORG.items():
        candidates.add(name, "Göteborg", source.regso_centre(code, regso), "regso-centroid", "medium", ["metropolitan"])
    for name, regso in table.GOTEBORG_DISADVANTAGED.items():
        position = source.regso_centre(code, regso)
        candidates.add(name, "Göteborg", position, "regso-centroid", "small-or-medium", both, regso=regso)
    for name, position in table.MALMO.items():
        candidates.add(name, "Malmö", position, "stated-approximate", "medium", ["metropolitan"])
    for name, (position, regso) in table.MALMO_DISADVANTAGED.items():
        candidates.add(name, "Malmö", position, "stated-approximate", "small-or-medium", both, regso=regso)


def add_suburbs(candidates):
    for municipality, (name, position) in table.SUBURBS.items():
        candidates.add(
            name, municipality, position, "stated-approximate", "medium", ["metropolitan"], is_centre=True)
        for district, (place, regso) in table.SUBURBS_DISADVANTAGED.get(municipality, {}).items():
            candidates.add(
                district, municipality, place, "stated-approximate", "small-or-medium",
                ["metropolitan", "disadvantaged"], table.SUBURB_NOTES.get(district, ""), regso)


def check_candidates(source, places):
    """Stops when an id is used twice, a municipality is left out, or a place lies away from the people."""
    ids = [place["id"] for place in places]
    require(len(ids) == len(set(ids)), "every place needs an id of its own")
    expected = {row["code"] for row in source.municipalities if metro_area(source, row)}
    expected |= {source.codes[name] for name in source.named}
    require({place["municipality"] for place in places} == expected, "the candidates must cover the asked municipalities")
    people = {}
    for row in source.demand:
        people.setdefault(row["municipality_code"], []).append((float(row["lat"]), float(row["lon"])))
    for place in places:
        position = float(place["lat"]), float(place["lon"])
        nearest = min(kilometres(position, point) for point in people[place["municipality"]])
        require(nearest <= FARTHEST_FROM_PEOPLE, f"{place['name']} lies {nearest:.1f} km from the people of its municipality")


def write_candidates(candidates):
    write_rows(TARGET / "places.csv", list(candidates.places[0]), candidates.places)
    members = {
        "id": LAYER,
        "title": {
            "sv": "Områden med stora socioekonomiska utmaningar", "en": "Areas with great socio-economic challenges",
        },
        "date": "2022-12-31",
        "source": "SCB, socioekonomiskt index på RegSO, klass 1 (2022); se SOURCE.md",
    }
    write_collection(TARGET / "layers" / f"{LAYER}.geojson", members, candidates.areas)


# Outlines

def write_basemap(source, grid=1000, share=0.0055, most=10.0, smallest_island=6.0):
    features = json.loads((source.folder / "municipalities.geojson").read_text(encoding="utf-8"))["features"]
    polygons = [
        f["geometry"]["coordinates"] if f["geometry"]["type"] == "MultiPolygon" else [f["geometry"]["coordinates"]]
        for f in features
    ]
    require(all(len(polygon) == 1 for area in polygons for polygon in area), "an outline with a hole is not expected")
    areas = simplified([[polygon[0] for polygon in area] for area in polygons], grid, share, most, smallest_island)
    written = []
    for feature, rings in zip(features, areas):
        name = feature["properties"]["name"]
        require(rings, f"nothing is left of {name}")
        require(not any(crossings(ring) for ring in rings), f"the outline of {name} crosses itself")
        coordinates = [[list(map(_whole, corner)) for corner in ring] for ring in rings]
        geometry = (
            {"type": "Polygon", "coordinates": coordinates} if len(rings) == 1
            else {"type": "MultiPolygon", "coordinates": [[ring] for ring in coordinates]})
        written.append({
            "type": "Feature", "properties": {"code": feature["properties"]["code"], "name": name}, "geometry": geometry})
    write_collection(TARGET / "basemap.geojson", {}, written)


def _whole(value):
    return int(value) if value == int(value) else value


def main(arguments):
    folder = ROOT / (arguments[0] if arguments else "../shared/data/sweden")
    require((folder / "municipalities.csv").is_file(), f"no source files in {folder}")
    source = Source(folder)
    candidates = gather_candidates(source)
    write_municipalities(source, candidates.centres)
    write_demand(source)
    write_offices(source, candidates.centres)
    write_candidates(candidates)
    write_basemap(source)
    print(f"{len(candidates.places)} places, {len(candidates.areas)} areas -> {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main(sys.argv[1:])
