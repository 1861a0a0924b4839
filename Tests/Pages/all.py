"""Everything that is tested in a browser or over the wire, two at a time; fails where one of them fails."""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from serving import binary, make_example

HERE = Path(__file__).parent
ALL = [
    ["accessibility.py", "sv"], ["accessibility.py", "en"], ["journeys.py", "keyboard"], ["journeys.py", "mouse"],
    ["hostile.py"], ["interface.py"], ["power.py"],
]


def plan(folder: Path) -> Path:
    """The plan that all but the journeys begin with."""
    make_example(folder)
    subprocess.run([binary(), "plan", folder, "--quiet"], check=True, stdout=subprocess.DEVNULL)
    return folder


def run(command) -> tuple[str, int, str, float]:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, HERE / command[0], *command[1:]], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=900)
    return " ".join(command), done.returncode, done.stdout, time.monotonic() - began


def main() -> int:
    wanted = [command for command in ALL if not sys.argv[1:] or command[0].removesuffix(".py") in sys.argv[1:]]
    began, failed = time.monotonic(), []
    with tempfile.TemporaryDirectory(prefix="etapp-planned-") as base, ThreadPoolExecutor(2) as pool:
        os.environ["ETAPP_PLANNED"] = str(plan(Path(base) / "workspace"))
        for name, status, said, seconds in pool.map(run, wanted):
            print(f"\n--- {name}: {'passed' if status == 0 else 'FAILED'} in {seconds:.0f} s\n{said}", flush=True)
            failed += [name] if status else []
    print(f"pages: {len(wanted) - len(failed)} of {len(wanted)} passed in {time.monotonic() - began:.0f} s", *failed, sep="\n  failed: ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
