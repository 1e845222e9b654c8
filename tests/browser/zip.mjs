// Files of a ZIP file, read by its list as the format's specification says; for looking at what the app packs.
import { inflateRawSync } from "node:zlib";

/** {path: bytes} of all files, in the list's order. */
export function unzipped(file) {
  const list = file.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const count = file.readUInt16LE(list + 10);
  const found = {};
  let at = file.readUInt32LE(list + 16);
  for (let number = 0; number < count; number += 1) {
    const [method, packed, name, extra, comment, header] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
      file.readUInt16LE(at + 30),
      file.readUInt16LE(at + 32),
      file.readUInt32LE(at + 42),
    ];
    const path = file.toString("utf8", at + 46, at + 46 + name);
    const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
    const bytes = file.subarray(start, start + packed);
    found[path] = method === 8 ? inflateRawSync(bytes) : bytes;
    at += 46 + name + extra + comment;
  }
  return found;
}

/** Where the bytes of a file begin in the ZIP file. */
export function startOf(file, path) {
  const header = file.indexOf(path, 0, "latin1") - 30;
  return header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
}
