#!/usr/bin/env python3
"""Runs CP-SAT on the projects that Etapp was measured on, and prints both side by side.

    python3 -m venv peer && peer/bin/pip install ortools
    swift run -c release etapp-bench schedules --write made > ours.jsonl
    swift run -c release etapp-bench projects --set j60 --every 40 --time-limit 10 >> ours.jsonl
    peer/bin/python cp-sat.py --ours ours.jsonl --made made --psplib ../../shared/data/psplib --time-limit 60

Each line of ours that is a made programme or a project of PSPLIB is solved again; output is one JSON line for each, with
the ratio of the peer's value to ours (above 1: ours is better). Nothing of Etapp needs this script or OR-Tools.
"""

import argparse
import json
import os
import re
import tarfile
import time

from ortools.sat.python import cp_model


def read_made(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def read_sm(text):
    """A project of PSPLIB; dummies stay."""
    part, links, durations, demands, capacities = "", [], [], [], []
    for line in text.splitlines():
        for heading in ("PRECEDENCE", "REQUESTS", "RESOURCEAVAIL"):
            if line.startswith(heading):
                part = heading
        words = line.split()
        if not words or not all(re.fullmatch(r"-?\d+", word) for word in words):
            continue
        numbers = [int(word) for word in words]
        if part == "PRECEDENCE":
            links += [[numbers[0] - 1, job - 1] for job in numbers[3:]]
        elif part == "REQUESTS":
            durations.append(numbers[2])
            demands.append([[index, amount] for index, amount in enumerate(numbers[3:]) if amount])
        elif part == "RESOURCEAVAIL":
            capacities = numbers
    return {"durations": durations, "links": links, "demands": demands, "capacities": capacities,
            "releases": [0] * len(durations), "openings": []}


def solve(project, goal, seconds, threads):
    """Value, bound, status and seconds of CP-SAT."""
    model = cp_model.CpModel()
    durations = project["durations"]
    horizon = max(project["releases"]) + sum(durations)
    starts = [model.new_int_var(release, horizon, "") for release in project["releases"]]
    intervals = [model.new_fixed_size_interval_var(start, length, "") for start, length in zip(starts, durations)]
    for before, after in project["links"]:
        model.add(starts[after] >= starts[before] + durations[before])
    for resource, capacity in enumerate(project["capacities"]):
        uses = [(intervals[job], amount) for job, needs in enumerate(project["demands"])
                for index, amount in needs if index == resource]
        if uses:
            model.add_cumulative([use[0] for use in uses], [use[1] for use in uses], capacity)
    if goal == "openings":
        model.minimize(sum(weight * (starts[job] + durations[job]) for job, weight in project["openings"]))
    else:
        end = model.new_int_var(0, horizon, "")
        for start, length in zip(starts, durations):
            model.add(end >= start + length)
        model.minimize(end)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = threads
    began = time.monotonic()
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return {"peerValue": int(solver.objective_value) if found else None, "peerBound": int(solver.best_objective_bound),
            "peerStatus": solver.status_name(status).lower(), "peerSeconds": round(time.monotonic() - began, 2)}


def project_of(line, arguments):
    """The project that a line of ours is about, and its goal; None for other lines."""
    name = line["instance"]
    if line["benchmark"] == "schedules" and name.endswith((" makespan", " openings")):
        base, goal = name.split(" ")
        return read_made(os.path.join(arguments.made, base + ".json")), goal
    if line["benchmark"] == "projects" and not name.endswith(" all"):
        group = re.match(r"j(30|60|90|120)", name).group(0)
        with tarfile.open(os.path.join(arguments.psplib, group + ".tar.gz")) as archive:
            return read_sm(archive.extractfile(f"{group}/{name}.sm").read().decode("latin-1")), "makespan"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ours", required=True, help="JSON lines of etapp-bench")
    parser.add_argument("--made", default="made", help="folder of made programmes")
    parser.add_argument("--psplib", default="../../shared/data/psplib", help="folder of PSPLIB's archives")
    parser.add_argument("--time-limit", type=float, default=60, help="seconds for each project")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    ratios = []
    with open(arguments.ours, encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            found = project_of(line, arguments)
            if found is None:
                continue
            answer = {"instance": line["instance"], "value": line["value"], "bound": line["bound"],
                      "seconds": round(line["seconds"], 2), "load": round(os.getloadavg()[0], 1)}
            answer |= solve(*found, arguments.time_limit, arguments.threads)
            if answer["peerValue"]:
                answer["ratio"] = round(answer["peerValue"] / answer["value"], 4)
                ratios.append(answer["ratio"])
            print(json.dumps(answer), flush=True)
    if ratios:
        print(json.dumps({"instances": len(ratios), "meanRatio": round(sum(ratios) / len(ratios), 4)}))


if __name__ == "__main__":
    main()
