// Which second engine: time to write a ballot, and what is left of it after the browser was killed.
// `node engines.mjs [tries]` prints one line an engine; the choice is explained in docs/no-loss.md.
import { createServer } from "node:http";
import { profile, start } from "./chromium.mjs";

const tries = Number(process.argv[2] ?? 10);

const workerText = `
  let handle;
  onmessage = async ({ data: { file, bytes }, ports: [port] }) => {
    if (!handle) handle = await (await (await navigator.storage.getDirectory()).getFileHandle(file, { create: true })).createSyncAccessHandle();
    handle.write(bytes, { at: handle.getSize() });
    handle.flush();
    port.postMessage(handle.getSize());
  };`;

/** In the page: `write(engine, number)` resolves when the engine says it is stored; `read(engine)` counts. */
const pageText = `<!doctype html><meta charset=utf-8><script>
  const bytes = (n) => Uint8Array.from({ length: 60 }, (_, at) => (at * 7 + n) & 255);
  const open = new Promise((resolve, reject) => {
    const request = indexedDB.open("engines", 1);
    request.onupgradeneeded = () => ["strict", "relaxed"].forEach((name) => request.result.createObjectStore(name));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  let worker;
  const engines = {
    localStorage: { write: async (n) => localStorage.setItem("n" + n, String.fromCharCode(...bytes(n))), read: async () => localStorage.length },
    opfs: {
      write: (n) => new Promise((resolve) => {
        worker ??= new Worker(URL.createObjectURL(new Blob([${JSON.stringify(workerText)}])));
        const channel = new MessageChannel();
        channel.port1.onmessage = resolve;
        worker.postMessage({ file: "log", bytes: bytes(n) }, [channel.port2]);
      }),
      read: async () => {
        const file = await (await navigator.storage.getDirectory()).getFileHandle("log", { create: true });
        return (await file.getFile()).size / 60;
      },
    },
  };
  for (const durability of ["strict", "relaxed"]) {
    engines[durability] = {
      write: async (n) => {
        const transaction = (await open).transaction(durability, "readwrite", { durability });
        transaction.objectStore(durability).put(bytes(n), "n" + n);
        await new Promise((resolve, reject) => { transaction.oncomplete = resolve; transaction.onabort = reject; });
      },
      read: async () => {
        const request = (await open).transaction(durability).objectStore(durability).count();
        return new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
      },
    };
  }
</script>`;

const server = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(pageText));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${server.address().port}/`;

for (const engine of ["localStorage", "relaxed", "strict", "opfs"]) {
  const own = await profile();
  let browser = await start(own);
  await browser.page.goto(url);
  const times = await browser.page.evaluate(async (engine) => {
    await engines[engine].write(0);
    const times = [];
    for (let n = 1; n <= 300; n += 1) {
      const before = performance.now();
      await engines[engine].write(n);
      times.push(performance.now() - before);
    }
    return times.sort((one, other) => one - other);
  }, engine);
  await browser.close();
  let kept = 0;
  let lost = 0;
  for (const delay of [0, 50, 500, 3000]) {
    for (let at = 0; at < tries; at += 1) {
      browser = await start(own);
      await browser.page.goto(url);
      const before = await browser.page.evaluate((engine) => engines[engine].read(), engine);
      await browser.page.evaluate(([engine, n]) => engines[engine].write(n), [engine, Date.now()]);
      await new Promise((resolve) => setTimeout(resolve, delay));
      await browser.kill();
      browser = await start(own);
      await browser.page.goto(url);
      const after = await browser.page.evaluate((engine) => engines[engine].read(), engine);
      if (after === before + 1) kept += 1;
      else lost += 1;
      await browser.close();
    }
  }
  const of = (share) => times[Math.floor(times.length * share)].toFixed(2);
  console.log(`${engine}_write_millis median ${of(0.5)} p95 ${of(0.95)} max ${of(0.999)}; killed after 0/50/500/3000 ms: kept ${kept} of ${kept + lost}`);
  await own.remove();
}
server.close();
