"""Run every module of this package that has a `main`, or those that are named."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import bench


def run(wanted: list[str]) -> int:
    """Run the benchmarks called *wanted*, all if none is; the exit code is 1 where one falls short."""
    short = 0
    for module in pkgutil.iter_modules(bench.__path__):
        if module.name == "__main__" or (wanted and module.name not in wanted):
            continue
        main = getattr(importlib.import_module(f"bench.{module.name}"), "main", None)
        if main is not None:
            print(f"{module.name}", flush=True)
            short |= int(main() or 0)
    return short


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
