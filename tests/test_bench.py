"""`make bench` calls every benchmark without arguments."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest

import bench


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(bench.__path__)])
def test_a_benchmark_runs_without_arguments(name: str) -> None:
    main = getattr(importlib.import_module(f"bench.{name}"), "main", None)
    if main is not None:
        inspect.signature(main).bind()
