/* The service worker: keeps a whole build for use without a network, and swaps builds only as a whole.
 *
 * MESSAGES from a page, each with a MessagePort as `event.ports[0]` for the answer:
 *   {type: "status"}          → {build, staff}: this worker's build; whether the staff's parts are kept
 *   {type: "precache-staff"}  → {ok, detail}: fetches the staff's parts into this build's cache.
 *                               `detail` is "kept" (there already), "stored", or why it failed.
 *   {type: "activate"}        → {ok, detail}: to a WAITING worker: take over now. Sent only by the front
 *                               door and the staff's pages, on the person's wish; pages of the old build
 *                               go on, their files stay until they are closed.
 * MESSAGE to a page (answered by public/boot.js):
 *   {type: "which-build"}     → {build}: the build the page was loaded from
 *
 * RULES
 *   install   resolves only when every file of the citizen's list is here, each with the expected length and
 *             hash; also the staff's list when the build before had it. Otherwise the old worker stays.
 *   activate  removes builds no open page runs on, and only caches of this app at this address.
 *   fetch     answers only GET for our own files inside our scope; everything else passes untouched.
 * A build's name comes from its contents, so page, program and questions of one build belong together.
 */
"use strict";

const BUILD = "{{build}}";
/** Files as [path below the scope, bytes, SHA-256 in base64, media type]; "" is the page itself. */
const CITIZEN = "{{citizen}}";
const STAFF = "{{staff}}";

const SCOPE = new URL(self.registration.scope);
const PREFIX = `sipas-desk ${SCOPE.pathname} `;
const CACHE = PREFIX + BUILD;
/** An entry that only says "the staff's list is complete here". */
const STAFF_MARK = new URL("staff-kept", SCOPE).href;

const address = (path) => new URL(path, SCOPE).href;
const OWN = new Set([...CITIZEN, ...STAFF].map(([path]) => address(path)));

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  const port = event.ports[0];
  const answer = (promise) =>
    event.waitUntil(
      promise
        .catch((error) => ({ ok: false, detail: String(error && error.message) }))
        .then((reply) => port && port.postMessage(reply)),
    );
  switch (event.data && event.data.type) {
    case "status":
      return answer(hasStaff(CACHE).then((staff) => ({ build: BUILD, staff })));
    case "precache-staff":
      return answer(keepStaff());
    case "activate":
      return answer(self.skipWaiting().then(() => ({ ok: true, detail: BUILD })));
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range")) return;
  const url = new URL(request.url);
  if (url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) return;
  const below = url.pathname.slice(SCOPE.pathname.length);
  if (request.mode === "navigate") {
    if (below === "" || below === "index.html") event.respondWith(ownPage(request));
    return;
  }
  url.search = "";
  url.hash = "";
  if (OWN.has(url.href) || /^build-[0-9a-f]{12}\//.test(below)) event.respondWith(ownFile(request, url.href));
});

async function install() {
  const others = await ourCaches();
  const staffBefore = (await Promise.all(others.map(hasStaff))).some(Boolean);
  try {
    await keep(CITIZEN);
    if (staffBefore) await keepStaff();
  } catch (error) {
    // A cache another version of this worker completed under the same name is not ours to remove.
    if (!others.includes(CACHE)) await caches.delete(CACHE);
    throw error;
  }
}

async function activate() {
  const others = (await ourCaches()).filter((name) => name !== CACHE);
  if (others.length === 0) {
    // The first worker here: the page that installed it need not be loaded again to be served by it.
    await self.clients.claim();
    return;
  }
  const used = await buildsInUse();
  if (used) await Promise.all(others.filter((name) => !used.has(name)).map((name) => caches.delete(name)));
}

/** Cache names open pages run on, or null when some page does not say. */
async function buildsInUse() {
  // Pages that are loading wait for this worker, so it must not wait for them without end.
  const late = new Promise((resolve) => setTimeout(() => resolve([null]), 3000));
  const pages = self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const answers = await Promise.race([pages.then((all) => Promise.all(all.map(whichBuild))), late]);
  return answers.includes(null) ? null : new Set(answers.map((build) => PREFIX + build));
}

function whichBuild(page) {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => resolve((data && data.build) || null);
    setTimeout(() => resolve(null), 2000);
    page.postMessage({ type: "which-build" }, [channel.port2]);
  });
}

async function ownPage(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address(""))) || fetch(request);
}

async function ownFile(request, href) {
  const cache = await caches.open(CACHE);
  const here = await cache.match(href);
  if (here) return here;
  // A page of an older build finishes with that build's own files.
  for (const name of await ourCaches()) {
    const there = name !== CACHE && (await (await caches.open(name)).match(href));
    if (there && /\/build-[0-9a-f]{12}\//.test(href)) return there;
  }
  return fetch(request);
}

async function ourCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

async function hasStaff(name) {
  return Boolean(await (await caches.open(name)).match(STAFF_MARK));
}

async function keepStaff() {
  if (await hasStaff(CACHE)) return { ok: true, detail: "kept" };
  await keep(STAFF);
  const cache = await caches.open(CACHE);
  await cache.put(STAFF_MARK, new Response(BUILD));
  return { ok: true, detail: "stored" };
}

/** Fetches a whole list, checks it, and only then stores it. */
async function keep(list) {
  const cache = await caches.open(CACHE);
  const missing = [];
  for (const file of list) if (!(await cache.match(address(file[0])))) missing.push(file);
  const bodies = await Promise.all(missing.map(fetchChecked));
  for (let at = 0; at < missing.length; at += 1) {
    const [path, , , type] = missing[at];
    await cache.put(address(path), new Response(bodies[at], { headers: { "Content-Type": type } }));
  }
}

/** The page has just loaded most files, so the browser's own copy will do if its hash is right. */
async function fetchChecked(file) {
  if (self.crypto && crypto.subtle) {
    try {
      return await fetchOnce(file, "force-cache");
    } catch {
      // Stale or incomplete: ask the server.
    }
  }
  return fetchOnce(file, "reload");
}

async function fetchOnce([path, bytes, hash], cache) {
  const response = await fetch(address(path), { cache, credentials: "same-origin" });
  if (!response.ok || response.redirected || response.type !== "basic") {
    throw new Error(`${path || "index.html"}: ${response.status} ${response.type}`);
  }
  const body = await response.arrayBuffer();
  if (body.byteLength !== bytes) throw new Error(`${path}: ${body.byteLength} bytes instead of ${bytes}`);
  if (self.crypto && crypto.subtle) {
    const found = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
    if (btoa(String.fromCharCode(...found)) !== hash) throw new Error(`${path}: not the expected contents`);
  }
  return body;
}
