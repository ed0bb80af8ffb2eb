"""Benchmarks: how long things take, each beside a floor that was measured in the same run."""
