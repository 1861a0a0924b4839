"""Peers and Etapp on the same instances in one go: seconds, values, ratios.

Each case is a process of its own. Etapp is clocked from the start of its process to its end, reading and distances
included; a peer only while it builds its model and solves it, so that the ratios err to the peer's favour. A peer that is
not done within the limit is not asked for anything larger. Ratios are the peer's seconds over Etapp's: below 1 the peer
wins.
"""
import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

import instance

HERE = os.path.dirname(os.path.abspath(__file__))
PROBLEMS = {
    "access": "p-median", "reach": "maximal covering", "cover": "set covering", "farthest": "p-centre",
    "capacitated": "capacities"}
PEERS = ["spopt-highs", "spopt-cbc", "highs", "or-tools"]
SIZES = [
    (200, 50, 5), (500, 100, 10), (1000, 150, 15), (2000, 300, 28), (5000, 300, 28), (10000, 300, 28),
    (50000, 500, 28), (100000, 1000, 28),
]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", default=os.path.join(HERE, "../../.build/release/etapp"))
    parser.add_argument("--limit", type=float, default=60, help="seconds for each case")
    parser.add_argument("--memory", type=float, default=8, help="gigabytes for each peer")
    parser.add_argument("--problems", default=",".join(PROBLEMS))
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--largest", type=int, default=100_000, help="points of the largest instance")
    return parser.parse_args()


def clocked(command, limit, memory=None):
    """Runs a command; its output, wall-clock and processor seconds."""

    def bounds():
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (int(memory * 1e9),) * 2)

    began = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=bounds, cwd=HERE, text=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        output, errors = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        process.kill()
        output, errors = process.communicate()
        output = ""
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return output, errors, time.perf_counter() - began, cpu


def radius(demand, sites):
    """Metres within which every point has a site, and a fifth more, to whole kilometres."""
    farthest = instance.metres(demand, sites).min(axis=1).max()
    return int(-(-farthest * 1.2 // 1000) * 1000)


def etapp(binary, problem, folder, p, within, limit):
    command = [
        binary, "locate", "--demand", f"{folder}/demand.csv", "--sites", f"{folder}/sites.csv", "--measure",
        "kilometres", "--goal", "access" if problem == "capacitated" else problem, "--json", "--quiet", "--threads", "2", "--time-limit", str(limit)]
    if problem != "cover":
        command += ["--open", str(p)]
    if problem in ("reach", "cover"):
        command += ["--within", str(within / 1000)]
    output, errors, seconds, cpu = clocked(command, limit + 60)
    try:
        document = json.loads(output)
    except json.JSONDecodeError:
        sys.exit(f"etapp: {errors}")
    return {"value": document["objective"], "proved": document["status"] == "optimal", "gap": document["gap"]}, seconds, cpu


def write(folder, demand, sites, capacities=None):
    with open(f"{folder}/demand.csv", "w") as file:
        file.write("id,lat,lon,population\n")
        file.writelines(f"{i},{lat},{lon},{people}\n" for i, (lat, lon, people) in enumerate(demand))
    with open(f"{folder}/sites.csv", "w") as file:
        file.write("id,lat,lon,capacity\n" if capacities else "id,lat,lon\n")
        for j, (lat, lon) in enumerate(sites):
            file.write(f"s{j},{lat},{lon},{capacities[j]}\n" if capacities else f"s{j},{lat},{lon}\n")


def say(problem, size, name, result, seconds, cpu, ours=None):
    line = {
        "problem": problem, "points": size[0], "sites": size[1], "open": size[2], "solver": name, **result,
        "seconds": round(seconds, 3), "cpuSeconds": round(cpu, 3)}
    if ours:
        line["ratio"] = round(seconds / ours[1], 2)
        line["cpuRatio"] = round(cpu / ours[2], 2)
        if result.get("value") is not None and ours[0]["value"]:
            line["valueOverOurs"] = round(result["value"] / ours[0]["value"], 6)
    print(json.dumps(line), flush=True)
    state = "proved" if result.get("proved") else "not proved"
    ratio = f"{line['ratio']:>9} ×" if ours else ""
    print(
        f"{PROBLEMS[problem]:>17} {size[0]:>7} × {size[1]:<5} {name:<12} {seconds:>8.2f} s {cpu:>8.2f} s cpu "
        f"{state:<10} {ratio}", file=sys.stderr)


def main():
    options = arguments()
    print(f"load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores, limit {options.limit:g} s", file=sys.stderr)
    for problem in options.problems.split(","):
        alive = options.peers.split(",")
        for size in SIZES:
            if size[0] > options.largest:
                break
            demand, sites = instance.country(size[0], size[1])
            within = radius(demand, sites) if problem == "cover" else 40_000
            with tempfile.TemporaryDirectory() as folder:
                rooms = instance.capacities(demand, sites, size[2]) if problem == "capacitated" else None
                write(folder, demand, sites, rooms)
                ours = etapp(options.binary, problem, folder, size[2], within, options.limit)
            say(problem, size, "etapp", *ours)
            for peer in list(alive):
                command = [sys.executable, "solve.py", peer, problem, *map(str, size), str(within), str(options.limit)]
                output, errors, seconds, cpu = clocked(command, options.limit + 20, options.memory)
                if not output and not errors.strip() and seconds < options.limit:
                    alive.remove(peer)  # It has no such problem.
                    continue
                result = json.loads(output.strip().splitlines()[-1]) if output.strip() else {"value": None, "proved": False}
                seconds, cpu = result.pop("seconds", seconds), result.pop("cpuSeconds", cpu)
                if errors.strip() and not output.strip():
                    result["failed"] = errors.strip().splitlines()[-1][:120]
                say(problem, size, peer, result, seconds, cpu, ours)
                if not result["proved"]:
                    alive.remove(peer)


main()
