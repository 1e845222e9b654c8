# DuckDB reading a province's file: every column into a table, each ballot once.
# `import.py FILE RUNS` prints `name value` pairs, with all processors and with one.
import statistics
import sys
import time

import duckdb

FILE, RUNS = sys.argv[1], int(sys.argv[2])


def load(threads):
    base = duckdb.connect()
    if threads:
        base.execute(f"SET threads = {threads}")
    base.execute(
        "CREATE TABLE ballots AS SELECT DISTINCT ON (ballot_id) * "
        f"FROM read_csv('{FILE}', all_varchar = true, header = true)"
    )
    return base.execute("SELECT count(*) FROM ballots").fetchone()[0]


print(f"duckdb_version {duckdb.__version__}")
for name, threads in (("duckdb", None), ("duckdb_one_thread", 1)):
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        ballots = load(threads)
        times.append((time.perf_counter() - start) * 1000)
    print(f"{name}_millis {statistics.median(times):.1f}")
    print(f"{name}_ballots {ballots}")
