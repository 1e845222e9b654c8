// Reads comma-separated text by the letter of RFC 4180, on its own terms rather than the app's.

/** Rows of cells; the text must begin with a byte order mark and end every row with CRLF. */
export function cells(text) {
  if (!text.startsWith("\ufeff")) throw new Error("no byte order mark");
  const rows = [];
  let row = [];
  let at = 1;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new Error("an open quote");
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else break;
      }
      at += 1;
    } else {
      const end = text.slice(at).search(/[,\r\n"]/);
      if (end < 0) throw new Error("the last row does not end");
      cell = text.slice(at, at + end);
      at += end;
    }
    row.push(cell);
    if (text[at] === ",") at += 1;
    else if (text.startsWith("\r\n", at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`neither comma nor row end after ${JSON.stringify(cell)}`);
  }
  return rows;
}

/** Rows as objects by the names of the first row. */
export function records(text) {
  const [names, ...rows] = cells(text);
  return rows.map((row) => {
    if (row.length !== names.length) throw new Error(`${row.length} cells under ${names.length} names`);
    return Object.fromEntries(names.map((name, at) => [name, row[at]]));
  });
}
