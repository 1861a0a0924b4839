"""What the example generators share: reading, writing, distances, names."""

import csv
import json
import math
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EARTH_RADIUS_KM = 6371.0088


def read_rows(path):
    """The rows of a comma-separated file, each a dictionary by column name."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(path, columns, rows, delimiter=","):
    """Writes rows (dictionaries) under a header, with plain line feeds and quotes only where needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, delimiter=delimiter, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_collection(path, members, features):
    """Writes a GeoJSON FeatureCollection with foreign members, one feature on each line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    compact = {"ensure_ascii": False, "separators": (",", ":")}
    head = json.dumps({"type": "FeatureCollection", **members}, **compact)[:-1]
    lines = ",\n".join(json.dumps(feature, **compact) for feature in features)
    path.write_text(f'{head},"features":[\n{lines}\n]}}\n', encoding="utf-8")


def kilometres(a, b):
    """Great-circle distance between two (latitude, longitude) pairs."""
    (lat1, lon1), (lat2, lon2) = (map(math.radians, a), map(math.radians, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(h))


def slug(name):
    """A short id made of a name: `Ånge` becomes `ange`, `Lagersberg och Råbergstorp` `lagersberg-och-rabergstorp`."""
    spelled = name.lower().translate(str.maketrans({"ð": "d", "þ": "th", "æ": "ae", "ø": "o"}))
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())


def number(value, decimals):
    """A number with at most so many decimals and no trailing zeros."""
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def require(condition, message):
    """Stops the generator: a wrong file must not be written."""
    if not condition:
        raise SystemExit(f"error: {message}")
