"""A process that has the whole service loaded and lets it out on demand, each time as a process of its own.

So starting a server again costs no time for imports. It reads commands on its standard input, "start" and "wait", and
answers with the process id of the server started, or with "gone" when the last one has died. When its input ends it ends
its server too: also when the tests are killed and can no longer stop anything.
"""

import os
import signal
import sys

import uvicorn

from app.main import create_app


def serve(port: int) -> None:
    """Be the service; settings come from the environment. Does not return."""
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(2, 1)
        uvicorn.run(create_app(), host="127.0.0.1", port=port, log_level="warning", access_log=False)
    finally:
        os._exit(1)


def main(port: int) -> None:
    last = 0
    for command in sys.stdin:
        if command.strip() == "wait":
            os.waitpid(last, 0)
            last = 0
            print("gone", flush=True)
            continue
        last = os.fork()
        if not last:
            serve(port)
        print(last, flush=True)
    if last:
        os.kill(last, signal.SIGKILL)


if __name__ == "__main__":
    main(int(sys.argv[1]))
