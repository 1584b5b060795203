"""`python -m tui_reader` and the `tui-reader` command."""

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    from tui_reader.cli.running import run

    sys.exit(run())


if __name__ == "__main__":
    main()
