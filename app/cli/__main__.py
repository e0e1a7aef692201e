"""`python -m app.cli` is the command `protempore`."""

from app.cli import main

main(prog_name="protempore")
