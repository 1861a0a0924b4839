"""The web application under load: one line of JSON for each figure, with its target and the load of the machine.

    figures.py start|public|read|write|overload|queue|soak|all [--seconds N] [--think MS] [--workspace FOLDER]

Server and generator (wrk, from Debian) share the machine. ETAPP_BINARY is the program, else the release build.
Without --workspace the shipped example is served; workspace.py makes a larger one.
"""

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "Tests" / "Pages"))
os.environ.setdefault("ETAPP_BINARY", str(ROOT / ".build" / "release" / "etapp"))

from serving import Server, Visitor  # noqa: E402


def say(name, result, target, holds):
    line = {"figure": name, **result, "target": target, "holds": holds, "load": os.getloadavg()[0]}
    print(json.dumps(line), flush=True)
    return holds


def processor(server) -> float:
    """Processor seconds that the server has used: on a shared machine they say more than the clock."""
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wrk(server, connections, seconds, think, token, *wishes) -> dict:
    used = processor(server)
    done = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "-s", HERE / "ask.lua", server.origin, "--",
         str(think), token, *wishes], capture_output=True, text=True)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    assert lines, done.stdout + done.stderr
    result = json.loads(lines[-1])
    result["cpu ms each"] = round(1000 * (processor(server) - used) / max(1, result["requests"]), 3)
    return result


def memory(server) -> float:
    """Megabytes that the server holds."""
    for line in Path(f"/proc/{server.process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return round(int(line.split()[1]) / 1024, 1)
    return 0


class Figures:
    def __init__(self, server, seconds, think):
        self.server, self.seconds, self.think = server, seconds, think
        visitor = Visitor(server)
        (visitor.begin if server.link else visitor.sign_in)()
        self.plan = visitor.wait_for_plan()
        visitor.wait_for_dates()
        visitor.adopt(self.plan)
        self.token, self.visitor = visitor.make_token(), visitor
        self.offices = [e["place"] for e in json.loads(visitor.get("/api/v1/plan").text)["establishments"]]

    def public(self):
        result = wrk(self.server, 100, self.seconds, 0, "-", "packed", "GET|/public/sv")
        plain = wrk(self.server, 100, self.seconds, 0, "-", "GET|/public/sv")
        result["unpacked"] = {key: plain[key] for key in ("perSecond", "p50", "p99")}
        result["packed kB"] = round(result["megabytes"] * 1000 / max(1, result["requests"]), 1)
        result["page kB"] = round(len(self.visitor.get("/public/sv").body) / 1000, 1)
        return say(
            "public page, 100 connections", result, "5,000/s, p99 20 ms", result["perSecond"] >= 5000 and result["p99"] <= 20)

    READS = ["/", "/plan", "/dialogue", "/register", "/register?q=kontor", "/schedule", "/offices/{}", "/api/v1/plan", "/map", "/versions"]

    def read(self):
        for path in self.READS:
            self.visitor.get(path.format(self.offices[0]))
        wishes = ["GET|" + path.format(office) for path in self.READS for office in self.offices[:5]]
        result = wrk(self.server, 50, self.seconds, 1000, self.token, *wishes)
        alone = {
            path: wrk(self.server, 1, 2, 0, self.token, "GET|" + path.format(self.offices[0]))["cpu ms each"] for path in self.READS}
        return say(
            "signed-in reads, 50 users who think a second", {**result, "each alone, cpu ms": alone}, "p95 50 ms",
            result["p95"] <= 50 and result["other"] + result["broken"] + result["late"] == 0)

    def write(self):
        result = wrk(
            self.server, 50, self.seconds, 1000, self.token,
            "POST|/dialogue/2260/talk|day=2021-06-14&channel=phone&with=K&summary=Samtal+@")
        return say(
            "writes, 50 users who think a second", result, "p95 100 ms",
            result["p95"] <= 100 and result["other"] + result["broken"] + result["late"] == 0)

    def overload(self):
        wishes = ["GET|/plan", "GET|/register?q=kontor", "GET|/schedule"]
        result = wrk(self.server, 500, self.seconds, 0, self.token, *wishes)
        ended, recovered = time.monotonic(), None
        while recovered is None and time.monotonic() - ended < 30:
            began = time.monotonic()
            reply = Visitor(self.server, self.token).get("/plan")
            if reply.status == 200 and time.monotonic() - began < 1:
                recovered = round(time.monotonic() - ended, 2)
        result["recovered after s"] = recovered
        return say(
            "overload, 500 connections without a pause", result, "503 with Retry-After; back within 5 s",
            result["busy"] > 0 and result["other"] + result["broken"] + result["late"] == 0 and recovered is not None and recovered <= 5)

    def queue(self):
        """More runs than compute at once: they wait, and one too many is told to come back."""
        replies = [
            self.visitor.post(
                "/plan/replan", {"version": self.plan, "move": f"{place}~2"}, page="/plan", follow=False)
            for place in self.offices[:24]]
        counts: dict[int, int] = {}
        for reply in replies:
            counts[reply.status] = counts.get(reply.status, 0) + 1
        waits = [r.headers.get("retry-after") for r in replies if r.status == 503]
        for reply in replies:
            if reply.status == 303:
                self.visitor.post(reply.headers["location"].split("?")[0] + "/stop", {}, page="/plan", follow=False)
        return say(
            "24 runs at once", {"answers": counts, "retry-after": sorted({str(w) for w in waits})}, "4 compute, 16 wait, the rest 503",
            counts.get(303, 0) >= 20 and all(waits))

    def soak(self):
        """Everything for a long time; what is held must not grow after the beginning."""
        end, held = time.monotonic() + self.seconds, []
        trouble = {"requests": 0, "busy": 0, "other": 0, "broken": 0, "late": 0, "lastOther": 0}
        while time.monotonic() < end:
            span = max(2, min(15, int(end - time.monotonic())))
            result = wrk(
                self.server, 50, span, self.think, self.token, "GET|/", "GET|/plan", "GET|/register?q=kontor", "GET|/public/sv", "GET|/dialogue/2260",
                "GET|/offices/" + self.offices[0], "GET|/schedule", f"GET|/plan?version={self.plan}&move={self.offices[1]}~1",
                "POST|/dialogue/2283/condition|text=Villkor+@")
            for key in trouble:
                trouble[key] = max(trouble[key], result[key]) if key == "lastOther" else trouble[key] + result[key]
            held.append(memory(self.server))
        third = max(1, len(held) // 3)
        growth = max(held[-third:]) / max(held[third : 2 * third] or held) - 1
        return say(
            f"soak of {self.seconds} s", {"megabytes": held[:: max(1, len(held) // 20)], "growth of the last third": round(growth, 3), **trouble},
            "flat memory", growth <= 0.05 and trouble["other"] + trouble["broken"] + trouble["late"] == 0)


def start(folder):
    times, pages = [], []
    for _ in range(5):
        server = Server(language="sv", served=folder)
        began = time.monotonic()
        try:
            server.start()
            Visitor(server).get("/sign-in")
            times.append(round(1000 * (time.monotonic() - began)))
            Visitor(server).get("/public/sv")
            pages.append(round(1000 * (time.monotonic() - began)))
        finally:
            server.stop()
    return say(
        "start to first answer", {"sign-in ms": sorted(times), "public page ms": sorted(pages)}, "300 ms", sorted(times)[2] <= 300)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("figure", nargs="+")
    parser.add_argument("--seconds", type=int, default=15)
    parser.add_argument("--think", type=int, default=100, help="of the soak's users, milliseconds on the average")
    parser.add_argument("--workspace")
    asked = parser.parse_args()
    wanted = ["start", "public", "read", "write", "overload", "queue"] if asked.figure == ["all"] else asked.figure
    holds = True
    if "start" in wanted:
        holds = start(asked.workspace)
    if rest := [name for name in wanted if name != "start"]:
        with Server(language="sv", served=asked.workspace) as server:
            figures = Figures(server, asked.seconds, asked.think)
            for name in rest:
                holds = getattr(figures, name)() and holds
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
