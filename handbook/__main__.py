"""`python -m handbook`: the command without its script."""

from handbook.cli import main

main(prog_name="handbook")
