#!/usr/bin/env python3
"""Compares the indices of analysis/index.sql on DuckDB and Spark SQL with those of sipas-cli, to 1e-9.

    python3 -m venv .venv && .venv/bin/pip install duckdb pyspark     # Spark needs a Java runtime
    .venv/bin/python analysis/compare.py                  # both engines
    .venv/bin/python analysis/compare.py --engine duckdb  # one of them
    .venv/bin/python analysis/compare.py --cost 1000000   # time and bytes for so many made-up ballots, DuckDB

The data are the tests' own files and made-up ballots in many files with copies and conflicts among them. Exit code 1
where anything differs; docs/scale.md says what was found and how long it took.
"""
import argparse
import csv
import io
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
GROUPS = ["unit", "field", "channel", "month"]
NUMBERS = ["rate", "low", "high", "se"]
CLOSE = 1e-9


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=["duckdb", "spark"], action="append")
    parser.add_argument("--ballots", type=int, default=20_000, help="made-up ballots to compare on")
    parser.add_argument("--cost", type=int, metavar="N", help="measure so many ballots on DuckDB instead")
    parser.add_argument("--cli", help="a built sipas-cli; without it cargo builds one")
    args = parser.parse_args()
    cli = [args.cli] if args.cli else ["cargo", "run", "-q", "--release", "-p", "sipas-cli", "--"]
    with tempfile.TemporaryDirectory() as folder:
        if args.cost:
            return cost(pathlib.Path(folder), args.cost, cli)
        return compare(pathlib.Path(folder), args.engine or ["duckdb", "spark"], args.ballots, cli)


def compare(folder, engines, ballots, cli):
    golden = ROOT / "tests/golden/csv"
    sets = [
        ("sipas-desk", "frozen files", [golden / "sipas-desk.csv"]),
        ("management", "frozen files", [golden / "management.csv"]),
        ("quick", "31 ballots", [ROOT / "tests/cases/index-31-ballots/ballots.csv"]),
        ("sipas-desk", f"{ballots} made-up ballots", made_up(folder, ballots)),
    ]
    worst, wrong = 0.0, 0
    for engine in engines:
        run = {"duckdb": DuckDb, "spark": Spark}[engine]()
        for questionnaire, name, files in sets:
            query = query_of(questionnaire, cli)
            expected = from_cli(questionnaire, files, cli)
            began = time.time()
            found = run.rows(files, query)
            seconds = time.time() - began
            far, problems = differences(expected, found)
            worst, wrong = max(worst, far), wrong + len(problems)
            print(
                f"{engine:7} {questionnaire:12} {name:24} {len(expected):6} figures, "
                f"largest difference {far:.1e}, {seconds:.2f} s, {len(problems)} wrong",
                flush=True,
            )
            for problem in problems[:5]:
                print("   ", problem)
    print(f"largest difference {worst:.1e}; {wrong} figures wrong")
    return 1 if wrong else 0


def query_of(questionnaire, cli):
    if questionnaire == "sipas-desk":
        return (ROOT / "analysis/index.sql").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "index.sql"
        options = ["export", "--to", "sql", "--questionnaire", questionnaire, "--out", str(out)]
        subprocess.run([*cli, *options], check=True, cwd=ROOT, stderr=subprocess.DEVNULL)
        return out.read_text(encoding="utf-8")


def from_cli(questionnaire, files, cli):
    """The figures of sipas-cli by (group by, group, figure, id)."""
    by = [word for group in GROUPS for word in ("--by", group)]
    options = ["index", *map(str, files), *by, "--format", "csv", "--questionnaire", questionnaire]
    # Exit code 1 says that conflicts were decided, which the query does the same way.
    done = subprocess.run([*cli, *options], cwd=ROOT, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())
    rows = csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig")))
    number = lambda text: float(text) if text else None
    return {
        (row["by"], row["key"].removeprefix("'"), row["figure"], row["id"]): {
            **{name: number(row[name]) for name in [*NUMBERS, "df"]},
            **{name: int(row[name]) for name in ["ballots", "satisfied", "counted", "respondents"]},
            "method": row["method"],
        }
        for row in rows
    }


def differences(expected, found):
    """The largest distance between two numbers, and everything that differs by more than may be."""
    far, problems = 0.0, []
    for key in expected.keys() ^ found.keys():
        problems.append(f"{key}: only on one side")
    for key in expected.keys() & found.keys():
        ours, theirs = expected[key], found[key]
        for name in ["ballots", "satisfied", "counted", "respondents"]:
            if ours[name] != theirs[name]:
                problems.append(f"{key} {name}: {ours[name]} and {theirs[name]}")
        if ours["method"] and ours["method"] != theirs["method"]:
            problems.append(f"{key} method: {ours['method']} and {theirs['method']}")
        for name in [*NUMBERS, "df"]:
            a, b = ours[name], theirs[name]
            if name == "df" and a is None:
                continue
            if (a is None) != (b is None):
                problems.append(f"{key} {name}: {a} and {b}")
            elif a is not None:
                far = max(far, abs(a - b))
                if abs(a - b) > CLOSE:
                    problems.append(f"{key} {name}: {a!r} and {b!r}")
    return far, problems


def keyed(rows, columns):
    table = [dict(zip(columns, row)) for row in rows]
    return {(row["grouped_by"], row["group_key"], row["figure"], row["id"]): row for row in table}


class DuckDb:
    def __init__(self):
        import duckdb

        self.connection = duckdb.connect()

    def rows(self, files, query):
        self.connection.execute(
            "CREATE OR REPLACE VIEW ballots AS SELECT * FROM read_csv("
            f"{[str(file) for file in files]!r}, all_varchar = true, header = true, union_by_name = true)"
        )
        found = self.connection.execute(query)
        return keyed(found.fetchall(), [column[0] for column in found.description])


class Spark:
    def __init__(self):
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        builder = builder.config("spark.sql.shuffle.partitions", "4")
        self.session = builder.getOrCreate()
        self.session.sparkContext.setLogLevel("ERROR")

    def rows(self, files, query):
        paths = [str(file) for file in files]
        table = self.session.read.csv(paths, header=True, multiLine=True, quote='"', escape='"')
        table = table.toDF(*[name.lstrip("\ufeff") for name in table.columns])
        table.createOrReplaceTempView("ballots")
        found = self.session.sql(query)
        return keyed([tuple(row) for row in found.collect()], found.columns)


def header():
    text = (ROOT / "tests/golden/csv/sipas-desk.csv").read_text(encoding="utf-8-sig")
    return text.splitlines()[0].split(",")


def made_up(folder, count):
    """Forty files with copies (a tenth of the ballots) and conflicts among them."""
    chance = random.Random(20261121)
    names = header()
    first = names.index("access_1")
    rows = []
    for number in range(count):
        mood = chance.random()
        answers = [
            chance.choices(["1", "2", "3", "4", "5", "na", ""], [1, 2, 4, 6 + 9 * mood, 5, 1, 1])[0]
            for _ in names[first:-1]
        ]
        if number % 97 == 0:
            answers = [""] * len(answers)
        row = [
            f"{chance.getrandbits(64):016x}",
            f"{number % 40:08x}",
            "q4-2026",
            "sipas-desk",
            "1",
            chance.choice(["gia-lai/duc-co", "gia-lai/ia-dok", "gia-lai", "", "tay-ninh/tan-binh"]),
            chance.choice(["ho-tich", "dat-dai", "thue", "", "-1"]).replace("-1", "'-1"),
            chance.choice(["phone", "kiosk", "interviewer", "paper"]),
            chance.choice(["complete", "stopped"]),
            f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}T{chance.randint(7, 17):02}:00:00+07:00",
            str(chance.randint(20, 900)),
            *[""] * 5,
            *answers,
            chance.choice(["", "", "Chờ lâu", 'Cán bộ nói "chờ chút",\nrồi đi mất', "'=1+1"]),
        ]
        rows.append(row)
    # Two ballots of one person alone in a unit, one that nobody answered, and a unit of one.
    rows[0][5] = "mot/minh"
    files = [[] for _ in range(40)]
    for number, row in enumerate(rows):
        files[number % 40].append(row)
        if number % 10 == 0:
            files[(number + 7) % 40].append(row)
        if number % 500 == 0:
            other = list(row)
            # Sent an hour later by a clock in another zone, though the text looks earlier.
            other[9] = other[9].replace("T1", "T0").replace("+07:00", "-09:00")
            other[first] = "1"
            files[(number + 3) % 40].append(other)
    paths = []
    for number, file in enumerate(files):
        path = folder / f"tablet-{number:02}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out, lineterminator="\r\n").writerows([names, *file])
        paths.append(path)
    return paths


def cost(folder, count, cli):
    """Bytes and seconds for so many ballots, as CSV and as Parquet, on DuckDB and by sipas-cli."""
    import duckdb

    connection = duckdb.connect()
    names = header()
    first = names.index("access_1")
    answer = "CASE WHEN hash(i, {0}) % 20 = 0 THEN 'na' ELSE CAST(1 + hash(i, {0}, 'a') % 5 AS VARCHAR) END"
    leading = [
        "printf('%016x', i)", "printf('%08x', i % 3000)", "'q4-2026'", "'sipas-desk'", "'1'",
        "printf('tinh-%d/xa-%d', i % 3321 % 34, i % 3321)", "['ho-tich','dat-dai','thue','y-te'][1 + i % 4]",
        "['phone','kiosk','interviewer','paper'][1 + i % 4]", "'complete'",
        "printf('2026-%02d-%02dT%02d:%02d:00+07:00', 1 + i % 12, 1 + i % 28, 7 + i % 10, i % 60)",
        "CAST(60 + i % 600 AS VARCHAR)", "NULL", "NULL", "NULL", "NULL", "NULL",
    ]  # fmt: skip
    cells = leading + [answer.format(place) for place in range(first, len(names) - 1)] + ["NULL"]
    select = ", ".join(f"{cell} AS {name}" for cell, name in zip(cells, names))
    query = (ROOT / "analysis/index.sql").read_text(encoding="utf-8")
    for kind, options in [("csv", "FORMAT csv, HEADER"), ("parquet", "FORMAT parquet, COMPRESSION zstd")]:
        path = folder / f"ballots.{kind}"
        connection.execute(f"COPY (SELECT {select} FROM range({count}) AS t (i)) TO '{path}' ({options})")
        source = f"read_csv('{path}', all_varchar = true)" if kind == "csv" else f"'{path}'"
        connection.execute(f"CREATE OR REPLACE VIEW ballots AS SELECT * FROM {source}")
        began, used = time.time(), processor(resource.RUSAGE_SELF)
        rows = connection.execute(query).fetchall()
        seconds, used = time.time() - began, processor(resource.RUSAGE_SELF) - used
        size = path.stat().st_size / 1e6
        print(f"duckdb    {kind:8} {size:8.1f} MB {seconds:7.2f} s, {used:6.2f} s of processor, {len(rows)} figures", flush=True)
    path = folder / "ballots.csv"
    began, used = time.time(), processor(resource.RUSAGE_CHILDREN)
    by = [word for group in GROUPS for word in ("--by", group)]
    options = ["index", str(path), *by, "--format", "csv"]
    done = subprocess.run([*cli, *options], check=True, cwd=ROOT, capture_output=True)
    seconds, used = time.time() - began, processor(resource.RUSAGE_CHILDREN) - used
    size, lines = path.stat().st_size / 1e6, done.stdout.count(b"\n") - 1
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3
    print(f"sipas-cli csv      {size:8.1f} MB {seconds:7.2f} s, {used:6.2f} s of processor, {lines} figures, {memory:.0f} MB of memory")
    return 0


def processor(whose):
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
