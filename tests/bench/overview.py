# Polars and DuckDB doing the overview's rates alone: satisfied / counted of each factor in each unit and month.
# `overview.py FILE.csv RUNS` prints `name value` pairs: from the file on, and from a table already in memory.
import statistics
import sys
import time

import duckdb
import polars

FILE, RUNS = sys.argv[1], int(sys.argv[2])
FACTORS = {"access": 4, "dossier": 5, "officials": 6, "results": 3, "feedback": 4}
CRITERIA = {factor: [f"{factor}_{nth}" for nth in range(1, count + 1)] for factor, count in FACTORS.items()}
ALL = [name for names in CRITERIA.values() for name in names]


def timed(name, work):
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        result = work()
        times.append((time.perf_counter() - start) * 1000)
    print(f"{name}_millis {statistics.median(times):.1f}")
    return result


def report(name, groups, satisfied, counted):
    print(f"{name}_groups {groups}")
    print(f"{name}_satisfied {satisfied}")
    print(f"{name}_counted {counted}")


def polars_table():
    # Only the columns needed, as text: `na` and blanks are no numbers.
    columns = ["unit", "submitted_at", *ALL]
    return polars.read_csv(FILE, columns=columns, schema_overrides={name: polars.String for name in columns})


def polars_rates(table):
    level = [polars.col(name).cast(polars.Int8, strict=False).alias(name) for name in ALL]
    sums = []
    for factor, names in CRITERIA.items():
        satisfied = [(polars.col(name) >= 4).sum() for name in names]
        counted = [polars.col(name).count() for name in names]
        sums.append(polars.sum_horizontal(satisfied).alias(f"{factor}_s"))
        sums.append(polars.sum_horizontal(counted).alias(f"{factor}_n"))
    month = polars.col("submitted_at").str.slice(0, 7).alias("month")
    groups = table.lazy().select("unit", month, *level).group_by("unit", "month").agg(*sums)
    rates = [(polars.col(f"{factor}_s") / polars.col(f"{factor}_n")).alias(factor) for factor in FACTORS]
    return groups.with_columns(*rates).collect()


def duckdb_query(source):
    levels = ", ".join(f"try_cast({name} AS TINYINT) AS {name}" for name in ALL)
    sums = []
    for factor, names in CRITERIA.items():
        satisfied = " + ".join(f"count(*) FILTER ({name} >= 4)" for name in names)
        counted = " + ".join(f"count({name})" for name in names)
        sums.append(f"{satisfied} AS {factor}_s, {counted} AS {factor}_n")
        sums.append(f"({satisfied}) / nullif({counted}, 0) AS {factor}")
    return (
        f"SELECT unit, month, {', '.join(sums)} FROM "
        f"(SELECT unit, substr(submitted_at, 1, 7) AS month, {levels} FROM {source}) GROUP BY unit, month"
    )


print(f"polars_version {polars.__version__}")
print(f"duckdb_version {duckdb.__version__}")

table = timed("polars_read", polars_table)
result = timed("polars_rates", lambda: polars_rates(table))
result = timed("polars", lambda: polars_rates(polars_table()))
pick = lambda suffix: int(sum(result[f"{factor}_{suffix}"].sum() for factor in FACTORS))
report("polars", result.height, pick("s"), pick("n"))

base = duckdb.connect()
source = f"read_csv('{FILE}', all_varchar = true, header = true)"
columns = ", ".join(["unit", "submitted_at", *ALL])
base.execute(f"CREATE TABLE ballots AS SELECT {columns} FROM {source}")
timed("duckdb_rates", lambda: base.execute(duckdb_query("ballots")).fetchall())
rows = timed("duckdb", lambda: base.execute(duckdb_query(source)).fetchall())
sums = [list(row[2:]) for row in rows]
report("duckdb", len(rows), sum(sum(row[0::3]) for row in sums), sum(sum(row[1::3]) for row in sums))
