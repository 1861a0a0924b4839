"""Writes the data of Examples/iceland-service-points from the tables in `iceland_places.py`.

    python3 Tools/example/iceland.py

`programme.yaml` and `SOURCE.md` of the example are written by hand and left alone.
"""

import iceland_places as table
from common import ROOT, require, slug, write_collection, write_rows

TARGET = ROOT / "Examples" / "iceland-service-points"


def rows(text, *columns):
    """The lines of a table, each a dictionary by column name."""
    found = [dict(zip(columns, line.split("|"), strict=True)) for line in text.strip().splitlines()]
    return found


def write_localities():
    municipalities = rows(table.MUNICIPALITIES, "code", "name", "region")
    localities = rows(table.LOCALITIES, "municipality", "name", "lat", "lon", "population")
    centres = {}
    for locality in localities:
        centres.setdefault(locality["municipality"], locality)
    require(set(centres) == {row["code"] for row in municipalities}, "every municipality needs people")
    write_rows(TARGET / "municipalities.csv", ["code", "name", "lat", "lon", "region"], [
        row | {"lat": centres[row["code"]]["lat"], "lon": centres[row["code"]]["lon"]} for row in municipalities])
    demand = [{"id": slug(row["name"]), **row} for row in localities]
    require(len({row["id"] for row in demand}) == len(demand), "every demand point needs an id of its own")
    write_rows(TARGET / "demand.csv", ["id", "name", "municipality", "lat", "lon", "population"], demand)
    return centres, demand


def write_offices(centres):
    offices = rows(table.OFFICES, "id", "name", "municipality", "lat", "lon", "kind")
    require(all(row["municipality"] in centres for row in offices), "an office lies in an unknown municipality")
    write_rows(TARGET / "offices.csv", list(offices[0]), offices)


def write_places(centres):
    """Semicolons and decimal commas here, as many spreadsheets write them; programme.yaml declares the comma."""
    columns = ["id", "name", "municipality", "lat", "lon", "kind", "categories", "earliest", "cost", "yearly"]
    places = rows(table.PLACES, *columns)
    for place in places:
        require(place["municipality"] in centres, f"{place['name']} lies in an unknown municipality")
        for column in ("lat", "lon"):
            place[column] = place[column].replace(".", ",")
        for column in ("cost", "yearly"):
            place[column] = str(round(float(place[column].replace(",", ".")) * 1_000_000))
    write_rows(TARGET / "places.csv", columns, places, delimiter=";")
    return places


def write_areas():
    features = [{
        "type": "Feature", "properties": {"id": identifier, "name": name},
        "geometry": {"type": "Polygon", "coordinates": [corners + corners[:1]]},
    } for identifier, (name, corners) in table.WINTER_ROADS.items()]
    members = {
        "id": "winter-roads", "title": {"en": "Areas behind winter roads", "sv": "Områden bakom vintervägar"},
        "date": "2024-10-01", "source": "Invented; see SOURCE.md",
    }
    write_collection(TARGET / "layers" / "winter-roads.geojson", members, features)
    outline = [[ring + ring[:1]] for ring in table.COAST]
    write_collection(TARGET / "basemap.geojson", {}, [{
        "type": "Feature", "properties": {"code": "IS", "name": "Ísland"},
        "geometry": {"type": "MultiPolygon", "coordinates": outline}}])


def main():
    centres, demand = write_localities()
    write_offices(centres)
    places = write_places(centres)
    write_areas()
    people = sum(int(row["population"]) for row in demand)
    print(f"{len(centres)} municipalities, {len(demand)} points, {people} people, {len(places)} places -> {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
