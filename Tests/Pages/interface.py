"""schemathesis against the OpenAPI document of the real server, with a token."""

import os
import subprocess
import sys
import time
from pathlib import Path

from serving import Server, Visitor


def main() -> int:
    with Server(language="en") as server:
        visitor = Visitor(server).begin()
        visitor.wait_for_plan()
        visitor.wait_for_dates()
        token = visitor.make_token()
        began = time.monotonic()
        # A new seed finds other troubles; the same one finds the same.
        done = subprocess.run(
            [sys.executable, "-c", "import sys; from schemathesis.cli import schemathesis; sys.exit(schemathesis())",
             "--config-file", str(Path(__file__).with_name("schemathesis.toml")), "run", server.origin + "/api/openapi.json", "-H", "Authorization: Bearer " + token,
             "--max-examples", os.environ.get("ETAPP_EXAMPLES", "15"), "--seed", os.environ.get("ETAPP_SEED", "1"),
             "--request-timeout", "30", "--suppress-health-check", "all", "--generation-database", "none", "--no-color"],
            stdin=subprocess.DEVNULL, cwd=server.base)
        print(f"schemathesis took {time.monotonic() - began:.1f} s")
        reply = visitor.get("/health")
        assert reply.status == 200
        return done.returncode


if __name__ == "__main__":
    sys.exit(main())
