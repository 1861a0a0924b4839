"""Kills the server in the middle of writing, again and again: whatever it acknowledged is there afterwards.

    power.py [KILLS]
"""

import json
import random
import sys
import threading
import time

from serving import Server, Visitor

WRITERS = 8


class Writer(threading.Thread):
    """Writes down talks and registers letters, and remembers what was acknowledged."""

    def __init__(self, server, token, name):
        super().__init__(daemon=True)
        self.visitor, self.name = Visitor(server, token), name
        self.talks: list[str] = []
        self.letters: list[str] = []
        self.isOver = False

    def run(self):
        number = 0
        while not self.isOver:
            number += 1
            mark = f"{self.name}x{number}."
            try:
                if number % 2:
                    reply = self.visitor.post(
                        "/dialogue/2260/talk",
                        {"day": "2021-06-14", "channel": "phone", "with": "K", "summary": mark}, follow=False)
                    if reply.status == 303:
                        self.talks.append(mark)
                    elif reply.status != 503:
                        print(f"{mark}: {reply.status} {reply.text[:200]}", flush=True)
                else:
                    letter = (
                        f"From: a@example.org\r\nTo: b@example.org\r\nSubject: {mark}\r\nMessage-ID: <{mark}@example.org>\r\n"
                        f"Date: Mon, 14 Jun 2021 10:00:00 +0200\r\n\r\n{mark}\r\n").encode()
                    reply = self.visitor.upload("/register", [("letter.eml", letter)], follow=False)
                    if reply.status == 303:
                        self.letters.append(mark)
                    elif reply.status != 503:
                        print(f"{mark}: {reply.status} {reply.text[:200]}", flush=True)
            except OSError:
                return
            except Exception as error:  # The line broke in the middle of an answer: nothing was acknowledged.
                if "http.client" not in type(error).__module__:
                    raise
                return


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 6
    chance = random.Random(1)
    server = Server(language="en").start()
    talks: list[str] = []
    letters: list[str] = []
    try:
        inside = Visitor(server).begin()
        token = inside.make_token()
        for kill in range(kills):
            writers = [Writer(server, token, f"k{kill}w{number}") for number in range(WRITERS)]
            for writer in writers:
                writer.start()
            time.sleep(chance.uniform(0.5, 2.0))
            server.kill()
            for writer in writers:
                writer.isOver = True
                writer.join(20)
                talks += writer.talks
                letters += writer.letters
            server.start()
        lost = missing(Visitor(server, token), server, talks, letters)
    finally:
        server.stop()
    print(f"killed {kills} times under {WRITERS} writers: {len(talks)} talks and {len(letters)} letters acknowledged, {len(lost)} lost")
    if lost:
        print(*lost[:20], sep="\n")
    return 1 if lost or not talks or not letters else 0


def missing(visitor, server, talks, letters) -> list[str]:
    """What was acknowledged and is not there; and the log and the documents must be whole."""
    import subprocess

    from serving import binary

    dialogue = visitor.get("/dialogue/2260").text
    listed = json.loads(
        subprocess.run([binary(), "register", "list", str(server.folder), "--json"], capture_output=True, text=True).stdout)
    subjects = {entry["subject"] for entry in listed["entries"]}
    lost = [mark for mark in talks if mark not in dialogue] + [mark for mark in letters if mark not in subjects]
    verified = subprocess.run([binary(), "verify", str(server.folder)], capture_output=True, text=True)
    return lost + ([verified.stdout + verified.stderr] if verified.returncode else [])


if __name__ == "__main__":
    sys.exit(main())
