"""Makes a workspace as a great programme has after some years: 120 offices in the plan, many documents in the register.

    workspace.py FOLDER [DOCUMENTS]

The places and people are the shipped example's; its rules give way to one, which asks for 120 offices.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "Examples" / "servicekontor-2021"
WORDS = """kontor kommun öppnar återkommer lokal bemanning samarbete resor kostnad oktober omgång förslag yttrande medborgare
hyra avtal länet service möte beslut""".split()


def section(text: str, name: str, content: str) -> str:
    """The file with one of its top-level sections replaced."""
    changed, count = re.subn(rf"(?ms)^{name}:\n.*?(?=^[a-z]+:|\Z)", content + "\n", text)
    assert count == 1, name
    return changed


def programme() -> str:
    text = (EXAMPLE / "programme.yaml").read_text()
    text = section(text, "rules", "rules:\n  - {id: total, count: all, exactly: 120}\n")
    text = section(text, "goals", "goals:\n  - access\n")
    return re.sub(r"units: (\d+)", lambda found: f"units: {4 * int(found[1])}", text)


def letters(folder: Path, count: int, each: int = 2000):
    """Mailboxes of letters of 60 to 400 words; the same each time."""
    chance = random.Random(1)
    codes = [line.split(",")[0] for line in (EXAMPLE / "municipalities.csv").read_text().splitlines()[1:]]
    for first in range(0, count, each):
        path = folder / f"{first:07}.mbox"
        with path.open("w") as box:
            for number in range(first, min(first + each, count)):
                words = " ".join(
                    chance.choice(WORDS) + (str(chance.randrange(3000)) if chance.random() < 0.5 else "")
                    for _ in range(chance.randrange(60, 400)))
                day = f"{1 + number % 28:02} Jun 2021"
                box.write(
                    f"From x@example.org Mon Jun 14 10:00:00 2021\nFrom: kommun{number % len(codes)}@example.org\n"
                    f"To: registrator@servicecenter.example\nSubject: Arende {number}\nMessage-ID: <{number}@figures.example>\n"
                    f"Date: Mon, {day} 10:00:00 +0200\nContent-Type: text/plain; charset=utf-8\n"
                    f"Content-Transfer-Encoding: 8bit\n\n{words}\n\n")
        yield path


def make(folder: Path, documents: int, binary: str):
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    (folder / "programme.yaml").write_text(programme())
    began = time.monotonic()
    subprocess.run([binary, "plan", str(folder), "--time-limit", "60", "--quiet"], stdout=subprocess.DEVNULL)
    print(f"planned in {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    boxes = folder.parent / "boxes"
    boxes.mkdir(exist_ok=True)
    began, done = time.monotonic(), 0
    for box in letters(boxes, documents):
        subprocess.run(
            [binary, "register", "add", str(folder), str(box), "--quiet", "--direction", "incoming"], check=True,
            stdout=subprocess.DEVNULL)
        done += 2000
        box.unlink()
        print(f"{min(done, documents)} documents in {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)


if __name__ == "__main__":
    make(
        Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000,
        os.environ.get("ETAPP_BINARY", str(ROOT / ".build" / "release" / "etapp")))
