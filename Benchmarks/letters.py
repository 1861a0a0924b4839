"""A letter for each of many municipalities: seconds of the clock and of the processor for the whole program.

    letters.py [MUNICIPALITIES] [--format html|eml|txt] [--template NAME] [--times N]

The letters and the words are the shipped example's; the municipalities, one place in each, are made for this.
ETAPP_BINARY is the program, else the release build.
"""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "Web"))

from workspace import EXAMPLE, ROOT, section  # noqa: E402


def make(folder: Path, count: int):
    """A workspace with so many municipalities and a plan, as a table, with an office in each."""
    text = (EXAMPLE / "programme.yaml").read_text()
    text = section(text, "rules", f"rules:\n  - {{id: total, count: all, exactly: {count}}}\n")
    text = re.sub(r"offices: {min: \d+, max: \d+}", f"offices: {{min: 0, max: {count}}}", section(text, "goals", "goals:\n  - access\n"))
    tables = {
        "municipalities": ["code,name,lat,lon,categories,county,nuts1,skr_group,fa15,metro_area"],
        "places": ["id,name,municipality,lat,lon,kind,categories"], "demand": ["id,municipality,lat,lon,population"],
        "contacts": ["municipality,name,role,address,phone"], "chosen": ["place,round"]}
    for number in range(1, count + 1):
        at = f"{56 + number % 97 / 10:.4f},{12 + number // 97 / 2:.4f}"
        tables["municipalities"].append(f"{number:04},Kommun {number},{at},rural,Län {number % 21},Del {number % 3},A{number % 9},Region {number % 60},")
        tables["places"].append(f"p{number},Ort {number},{number:04},{at},flexible,rural")
        tables["demand"].append(f"d{number},{number:04},{at},{100 + number}")
        tables["contacts"].append(f'{number:04},"Registrator, Kommun {number}",registrar,registrator@kommun{number}.example,')
        tables["chosen"].append(f"p{number},{1 + number % 2}")
    for name, lines in tables.items():
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n")
    (folder / "programme.yaml").write_text(text)
    shutil.copytree(EXAMPLE / "letters", folder / "letters")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("municipalities", nargs="?", type=int, default=1000)
    parser.add_argument("--format", default="html")
    parser.add_argument("--template", default="information")
    parser.add_argument("--times", type=int, default=3)
    asked = parser.parse_args()
    binary = os.environ.get("ETAPP_BINARY", str(ROOT / ".build" / "release" / "etapp"))
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "workspace"
        workspace.mkdir()
        make(workspace, asked.municipalities)
        for attempt in range(asked.times):
            before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
            done = subprocess.run(
                [binary, "letters", workspace, "--template", asked.template, "--format", asked.format, "--plan", workspace / "chosen.csv",
                 "--date", "2021-06-14", "--output", Path(folder) / f"out{attempt}", "--quiet"], capture_output=True, text=True)
            seconds, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
            assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
            used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            print(json.dumps({
                "letters": len(list((Path(folder) / f"out{attempt}").rglob(f"*.{asked.format}"))), "format": asked.format,
                "seconds": round(seconds, 2), "cpu seconds": round(used, 2), "load": os.getloadavg()[0]}), flush=True)


if __name__ == "__main__":
    main()
