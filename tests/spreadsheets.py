#!/usr/bin/env python3
"""Opens exported files with openpyxl, pandas, LibreOffice and PSPP and compares every cell with the ballot file.

Run by `cargo xtask test --only spreadsheets`, which brings what it needs; docs/exports.md says how long it takes and
what was seen. Arguments: the sipas-cli program and a ballot file of sipas-desk. Prints a line for each program
and exits with 1 where a value, type or accent differs.
"""
import csv
import datetime
import pathlib
import subprocess
import sys
import tempfile

import openpyxl
import pandas

IDS = {"ballot_id", "device_id", "unit", "field", "campaign"}
NUMBERS = {"version", "duration_secs"}
ANSWERS = ("access_", "dossier_", "officials_", "results_", "feedback_", "overall", "desk_", "management_")


def main():
    cli, source = sys.argv[1:3]
    failures = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for form, file in [
            ("xlsx", "ballots.xlsx"),
            ("csv", "ballots.csv"),
            ("csv-utf16", "wide.csv"),
            ("spss", "ballots.sps"),
            ("spss-csv", "spss.csv"),
        ]:
            options = ["--data", "spss.csv"] if form == "spss" else []
            made = [cli, "export", source, "--to", form, "--out", str(folder / file), *options]
            subprocess.run(made, check=True, stderr=subprocess.DEVNULL)
        rows = read_csv(folder / "ballots.csv")
        checks = [
            ("openpyxl", by_openpyxl(folder / "ballots.xlsx", rows)),
            ("pandas, workbook", by_pandas_xlsx(folder / "ballots.xlsx", rows)),
            ("pandas, CSV", by_pandas_csv(folder / "ballots.csv", rows, {})),
            ("pandas, UTF-16", by_pandas_csv(folder / "wide.csv", rows, {"encoding": "utf-16", "sep": "\t"})),
            ("LibreOffice, workbook", by_libreoffice(folder, "ballots.xlsx", rows)),
            ("LibreOffice, CSV", by_libreoffice(folder, "ballots.csv", rows)),
            ("PSPP", by_pspp(folder, rows)),
        ]
        for program, found in checks:
            wrong = list(found)
            failures += wrong
            print(f"{program}: {len(rows)} ballots, {len(wrong)} cells differ")
            for line in wrong[:5]:
                print("   ", line)
    return 1 if failures else 0


def read_csv(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def bare(cell):
    """A cell of the ballot file without its guard, which only text files need."""
    rest = cell.lstrip("'")
    return cell[1:] if cell.startswith("'") and rest[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def expected(name, cell):
    """What a workbook's cell should hold."""
    cell = bare(cell)
    if cell == "":
        return None
    if name in NUMBERS or (name.startswith(ANSWERS) and cell.isdigit()):
        return int(cell)
    if name == "submitted_at":
        return datetime.datetime.fromisoformat(cell[:19])
    return cell.replace("\r\n", "\n")


def same(name, cell, found):
    wanted = expected(name, cell)
    if isinstance(found, str):
        found = found.replace("_x000D_\n", "\n").replace("\r\n", "\n") or None
    if isinstance(wanted, datetime.datetime) and isinstance(found, datetime.datetime):
        return abs((wanted - found).total_seconds()) < 1
    return type(wanted) is type(found) and wanted == found


def by_openpyxl(path, rows):
    book = openpyxl.load_workbook(path)
    if book.sheetnames != ["Số liệu", "Nhãn", "Bảng mã", "Chỉ số"]:
        yield f"sheets {book.sheetnames}"
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield f"{sheet.title} {cell.coordinate} is a formula: {cell.value}"
        if sheet.freeze_panes is None or sheet.auto_filter.ref is None:
            yield f"{sheet.title} has no fixed header or no filter"
    sheet = book["Số liệu"]
    names = [cell.value for cell in sheet[1]]
    for number, row in enumerate(rows, 2):
        for column, name in enumerate(names, 1):
            cell = sheet.cell(number, column)
            if not same(name, row[name], cell.value):
                yield f"{cell.coordinate} {name}: {row[name]!r} and {cell.value!r}"
            if name in IDS and cell.value is not None and cell.number_format != "@":
                yield f"{cell.coordinate} {name} is not formatted as text"


def by_pandas_xlsx(path, rows):
    table = pandas.read_excel(path, sheet_name="Số liệu", dtype=object, keep_default_na=False)
    for number, row in enumerate(rows):
        for name in table.columns:
            found = table[name][number]
            found = None if found == "" else found
            found = found.to_pydatetime() if isinstance(found, pandas.Timestamp) else found
            if not same(name, row[name], found):
                yield f"row {number} {name}: {row[name]!r} and {found!r}"


def by_pandas_csv(path, rows, options):
    table = pandas.read_csv(path, dtype=str, keep_default_na=False, **options)
    for number, row in enumerate(rows):
        for name in table.columns:
            if table[name][number] != row[name]:
                yield f"row {number} {name}: {row[name]!r} and {table[name][number]!r}"


def by_libreoffice(folder, file, rows):
    """Converts without a window to CSV as shown in the cells' own formats, quotes around every text."""
    out = folder / f"office-{file.split('.')[1]}"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    # Separator, quote, UTF-8, first line; for reading: every column a text (2), which is what its dialogue
    # is told by somebody who wants identities to stay.
    columns = "/".join(f"{place}/2" for place in range(1, 60))
    reading = ["--infilter=Text - txt - csv (StarCalc):44,34,76,1," + columns] if file.endswith("csv") else []
    writing = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false"
    command = ["soffice", profile, "--headless", *reading, "--convert-to", writing, "--outdir", str(out)]
    subprocess.run([*command, str(folder / file)], check=True, capture_output=True, timeout=300)
    made = next(out.glob("*.csv"))
    found = read_csv(made)
    for number, row in enumerate(rows):
        for name, cell in row.items():
            shown = found[number][name]
            wanted = cell if file.endswith("csv") else bare(cell)
            if name == "submitted_at" and not file.endswith("csv"):
                wanted = datetime.datetime.fromisoformat(cell[:19]).strftime("%d/%m/%Y %H:%M:%S")
            if shown.replace("\r\n", "\n") != wanted.replace("\r\n", "\n"):
                yield f"row {number} {name}: {wanted!r} and {shown!r}"


def by_pspp(folder, rows):
    run = folder / "run.sps"
    names = "SAVE TRANSLATE /OUTFILE='pspp.csv' /TYPE=CSV /FIELDNAMES /REPLACE.\n"
    run.write_text((folder / "ballots.sps").read_text(encoding="utf-8") + names, encoding="utf-8")
    done = subprocess.run(["pspp", "run.sps"], cwd=folder, capture_output=True, text=True, check=False)
    if "error" in done.stdout + done.stderr:
        yield (done.stdout + done.stderr)[:600]
        return
    found = read_csv(folder / "pspp.csv")
    if len(found) != len(rows):
        yield f"{len(found)} rows"
        return
    for number, row in enumerate(rows):
        for name, cell in row.items():
            shown = found[number]["v_comment" if name == "comment" else name].strip()
            wanted = "-8" if cell == "na" and name.startswith(ANSWERS) else cell
            wanted = wanted.replace("\r\n", " ").replace("\n", " ").replace("\r", " ").strip()
            if shown != wanted:
                yield f"row {number} {name}: {wanted!r} and {shown!r}"


if __name__ == "__main__":
    sys.exit(main())
