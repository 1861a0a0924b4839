"""The worked example of Porto Alegre: makes tables of the sample's hexagons, and draws what came out.

    porto_alegre.py tables poa_hexgrid.csv FOLDER
    porto_alegre.py compare FOLDER
    porto_alegre.py draw FOLDER porto-alegre.svg

The sample is part of r5r (Ipea); it is not in this repository.
"""
import csv
import json
import math
import os
import sys

ANSWERS = [("walk", "On foot, by streets"), ("line", "Straight lines"), ("drive", "By car, by streets")]
COLOURS = ["#1a9850", "#91cf60", "#d9ef8b", "#fee08b", "#fc8d59", "#d73027"]
STEPS = [5, 10, 15, 20, 30]


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def tables(grid, folder):
    """People where they live; sites where the city has a health post already."""
    os.makedirs(folder, exist_ok=True)
    cells = rows(grid)
    with open(f"{folder}/demand.csv", "w", encoding="utf-8") as file:
        file.write("id,lat,lon,population\n")
        file.writelines(
            f"{c['id']},{c['lat']},{c['lon']},{c['population']}\n" for c in cells if int(c["population"]) > 0)
    with open(f"{folder}/sites.csv", "w", encoding="utf-8") as file:
        file.write("id,lat,lon\n")
        file.writelines(
            f"{c['id']}s,{c['lat']},{c['lon']}\n" for c in cells
            if float(c["healthcare"] or 0) > 0)


def times(folder, name):
    """Minutes of each point to each site."""
    table = {}
    for row in rows(f"{folder}/{name}.csv"):
        table.setdefault(row["from"], {})[row["to"]] = float(row["minutes"])
    return table


def opened(folder, name):
    with open(f"{folder}/{name}.json", encoding="utf-8") as file:
        return json.load(file)


def nearest(table, point, sites):
    return min((table.get(point, {}).get(site, math.inf) for site in sites), default=math.inf)


def figures(demand, table, sites):
    """Mean, 95th percentile, share within 15 minutes, of those who can get there at all; and how many those are."""
    reached = sorted(
        (nearest(table, d["id"], sites), float(d["population"])) for d in demand
        if nearest(table, d["id"], sites) < math.inf)
    people = sum(weight for _, weight in reached)
    mean = sum(minutes * weight for minutes, weight in reached) / people
    sum_so_far, p95 = 0, 0
    for minutes, weight in reached:
        sum_so_far += weight
        p95 = minutes
        if sum_so_far >= 0.95 * people:
            break
    return mean, p95, sum(weight for minutes, weight in reached if minutes <= 15) / people, people


def compare(folder):
    """Every answer under the travel times of every means: what planning with the wrong ones costs."""
    demand = rows(f"{folder}/demand.csv")
    answers = {name: opened(folder, name) for name, _ in ANSWERS}
    for means in ("walk", "drive"):
        table = times(folder, f"{means}-times")
        for name, title in ANSWERS:
            mean, p95, share, people = figures(demand, table, answers[name]["open"])
            print(f"{means:6} {title:22} mean {mean:6.2f}  p95 {p95:6.2f}  within 15: {100 * share:5.1f} %  of {people:.0f}")
    walk, line = (set(answers[name]["open"]) for name in ("walk", "line"))
    drive = set(answers["drive"]["open"])
    print("in common: walk and line", len(walk & line), "walk and drive", len(walk & drive), "of", len(walk))


def draw(folder, target):
    """Hexagons in the colour of the walk to the nearest office of each answer."""
    demand, sites = rows(f"{folder}/demand.csv"), {s["id"]: s for s in rows(f"{folder}/sites.csv")}
    table = times(folder, "walk-times")
    shown = [("walk", "Planned with walks by streets"), ("line", "Planned with straight lines")]
    south, west = (min(float(d[k]) for d in demand) for k in ("lat", "lon"))
    north, scale = max(float(d["lat"]) for d in demand), 3200
    width, stretch = 400, math.cos(math.radians((south + north) / 2))

    def place(row, left):
        x = left + 20 + (float(row["lon"]) - west) * scale * stretch
        return x, 50 + (north - float(row["lat"])) * scale

    hexagon = " ".join(
        f"{5.4 * math.cos(math.radians(60 * k + 20)):.1f},{5.4 * math.sin(math.radians(60 * k + 20)):.1f}"
        for k in range(6))
    height = 60 + (north - south) * scale + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * width} {height:.0f}" font-family="sans-serif" '
        f'font-size="13" role="img"><title>Walks to the nearest of eight offices in Porto Alegre</title>'
        f'<rect width="100%" height="100%" fill="white"/><defs><polygon id="h" points="{hexagon}"/></defs>']
    for panel, (name, title) in enumerate(shown):
        answer, left = opened(folder, name), panel * width
        parts.append(f'<text x="{left + 20}" y="24" font-size="15" font-weight="bold">{title}</text>')
        groups = {}
        for row in demand:
            minutes = nearest(table, row["id"], answer["open"])
            colour = "#999999" if minutes == math.inf else COLOURS[sum(minutes > step for step in STEPS)]
            x, y = place(row, left)
            groups.setdefault(colour, []).append(f'<use href="#h" x="{x:.1f}" y="{y:.1f}"/>')
        parts += [f'<g fill="{colour}">{"".join(hexagons)}</g>' for colour, hexagons in sorted(groups.items())]
        for site in answer["open"]:
            x, y = place(sites[site], left)
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="white" stroke="black" stroke-width="2"/>')
    bounds = ["0–5", "5–10", "10–15", "15–20", "20–30", "over 30"]
    for index, (colour, words) in enumerate(zip(COLOURS, bounds)):
        x = 20 + 120 * index
        parts.append(f'<rect x="{x}" y="{height - 26:.0f}" width="14" height="14" fill="{colour}"/>')
        parts.append(f'<text x="{x + 19}" y="{height - 14:.0f}">{words} min</text>')
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(parts) + "</svg>\n")


if __name__ == "__main__":
    {"tables": tables, "compare": compare, "draw": draw}[sys.argv[1]](*sys.argv[2:])
