/* The worker of the analysis set: reads the person's files with set.wasm, away from the page.
 *
 * MESSAGE from the page: {files: [File…], places: text, most: the largest file read, in bytes}
 * MESSAGES to the page:
 *   {bytes, ballots, name}   how far it is: bytes of all files, ballots, the file at hand
 *   {told, parts}            done: two buffers, handed over
 *   {failed}                 why it cannot go on
 * It keeps nothing; ending it leaves nothing.
 */
"use strict";
/** Bytes of a file taken at a time, while the next are on their way. */
const SLICE = 16 << 20;
/** Milliseconds between two words about how far it is. */
const PAUSE_MS = 60;

const own = (name) =>
  fetch(new URL(name, self.location)).then((answer) => {
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer;
  });

let said = 0;
let tell = () => {};

/** The program; what its libraries declare and never call stays empty. */
const load = async () => {
  const module = await WebAssembly.compile(await (await own("set.wasm")).arrayBuffer());
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => 0;
  imports.script = { tell: (share, ballots) => tell(share, ballots) };
  return (await WebAssembly.instantiate(module, imports)).exports;
};

const work = async ({ files, places, most }) => {
  const [program, list] = await Promise.all([load(), own("questionnaires/index.json").then((answer) => answer.json())]);
  const texts = new TextEncoder();
  /** Puts bytes into the program's room; how many. */
  const put = (bytes, at = 0, all = at + bytes.length) => {
    // Making room may move the memory, so it comes first.
    const room = program.room(all) + at;
    new Uint8Array(program.memory.buffer, room, bytes.length).set(bytes);
    return bytes.length;
  };
  for (const { id } of list) {
    const text = await (await own(`questionnaires/${id}.json`)).text();
    program.questionnaire(put(texts.encode(text)));
  }
  program.places(put(texts.encode(places)));
  let before = 0;
  for (const file of files) {
    const name = texts.encode(file.name);
    tell = (share, ballots) => {
      if (performance.now() - said < PAUSE_MS) return;
      said = performance.now();
      self.postMessage({ bytes: before + share * file.size, ballots, name: file.name });
    };
    const unread = (reason) => {
      put(texts.encode(file.name + reason));
      program.unread(name.length, texts.encode(reason).length, file.size);
    };
    if (file.size > most) {
      unread("");
    } else {
      let broken = "";
      const all = name.length + file.size;
      put(name, 0, all);
      const asked = (at) => {
        const coming = at < file.size ? file.slice(at, at + SLICE).arrayBuffer() : Promise.resolve();
        // What goes wrong is told when its turn comes.
        coming.catch(() => {});
        return coming;
      };
      let coming = asked(0);
      for (let at = 0; at < file.size && !broken; at += SLICE) {
        const next = asked(at + SLICE);
        try {
          put(new Uint8Array(await coming), name.length + at, all);
        } catch (error) {
          broken = String((error && error.message) || "?");
        }
        coming = next;
      }
      if (broken) unread(broken);
      else program.file(name.length, file.size);
    }
    before += file.size;
  }
  program.finish();
  const taken = (at, length) => program.memory.buffer.slice(at, at + length);
  const told = taken(program.told_at(), program.told_length());
  const parts = taken(program.parts_at(), program.parts_length());
  self.postMessage({ told, parts }, [told, parts]);
};

self.onmessage = ({ data }) => {
  work(data).catch((error) => self.postMessage({ failed: String((error && error.message) || error) }));
};
