/* Runs before the first paint, inside the page: shows the right static screen, applies what was chosen before,
 * starts all downloads side by side, and says so plainly when the program cannot start.
 *
 * For the program: `globalThis.sipas` = {
 *   build, folder             the build's name; its folder relative to the page, with a slash
 *   text(path)                promise of the text of one of the build's own data files, as "campaign.json" or
 *                             "questionnaires/quick.json"; the usual ones are on their way already
 *   setLanguage("vi"|"en"), setTextSize("100"|"125"|"150")   apply and remember
 *   quiet()                   promise of a moment with nothing more urgent to do
 *   fail(detail)              the program cannot start: shows #failure, unless it runs already
 *   crashed(detail)           the running program failed: shows #crash, which offers all stored data as a file
 * }
 * and `<html>` carries lang, data-route (front, survey, begin, kiosk, staff, other), data-text-size,
 * data-boot (loading, ready, failed, crashed). The program sets data-app to "shown" or "start".
 */
(() => {
  "use strict";
  const root = document.documentElement;
  const folder = "{{folder}}";
  const titles = { vi: "SIPAS tại quầy", en: "SIPAS at the counter" };
  const textSizes = { vi: "Cỡ chữ", en: "Text size" };

  const remembered = (key, allowed, otherwise) => {
    try {
      const value = localStorage.getItem(`sipas/${key}`);
      return allowed.includes(value) ? value : otherwise;
    } catch {
      return otherwise;
    }
  };
  const remember = (key, value) => {
    try {
      localStorage.setItem(`sipas/${key}`, value);
    } catch {
      // Storage is switched off: the choice lasts as long as the page.
    }
  };
  const applyLanguage = (language) => {
    root.lang = language;
    document.title = titles[language];
    nameTextSize();
  };
  const sizes = ["100", "125", "150"];
  const applyTextSize = (size) => {
    root.dataset.textSize = size;
    nameTextSize();
  };
  const nameTextSize = () => {
    for (const button of document.querySelectorAll("#start [data-action=text-size]")) {
      button.textContent = `A${"+".repeat(sizes.indexOf(root.dataset.textSize))}`;
      button.setAttribute("aria-label", `${button.textContent}: ${textSizes[root.lang]}`);
    }
  };
  const applyRoute = () => {
    const path = location.hash.replace(/^#/, "").split("?")[0];
    const parts = path.split("/").filter(Boolean);
    let route = parts[0] || "front";
    if (route === "survey" && parts.length > 1) route = "begin";
    else if (!["front", "survey", "kiosk", "staff"].includes(route)) route = "other";
    // A tablet at the counter has no other page (docs/kiosk.md).
    if (location.hash !== "#/kiosk" && remembered("kiosk", ["1"])) {
      route = "kiosk";
      location.replace("#/kiosk");
      if (root.dataset.app) location.reload();
    }
    root.dataset.route = route;
  };
  const fail = (detail) => {
    if (["ready", "crashed"].includes(root.dataset.boot)) return;
    root.dataset.boot = "failed";
    explain("failure-detail", detail);
  };
  const crashed = (detail) => {
    root.dataset.boot = "crashed";
    explain("crash-detail", detail);
  };
  const parsed = new Promise((done) => {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", done);
    else done();
  });
  const explain = (id, detail) =>
    parsed.then(() => {
      document.getElementById(id).textContent = String(detail || "");
    });

  /** Everything this app keeps here, in one file: what a person can hand to someone who can help. */
  const saveStored = async () => {
    const stored = { app: "sipas", build: folder, saved: new Date().toISOString(), localStorage: {}, databases: {} };
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith("sipas")) stored.localStorage[key] = localStorage.getItem(key);
      }
    } catch (error) {
      stored.localStorage = String(error);
    }
    try {
      for (const { name } of await indexedDB.databases()) {
        if (name.startsWith("sipas")) stored.databases[name] = await readDatabase(name);
      }
    } catch (error) {
      stored.databases = String(error);
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(stored, asText, 1)], { type: "application/json" }));
    link.download = `sipas-${stored.saved.replace(/[:.]/g, "-")}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  const asText = (_, value) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? { bytes: Array.from(new Uint8Array(value.buffer || value)) }
      : value;
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const readDatabase = async (name) => {
    const database = await done(indexedDB.open(name));
    const stores = {};
    for (const store of database.objectStoreNames) {
      const content = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(content.getAllKeys()), done(content.getAll())]);
      stores[store] = { keys, values };
    }
    database.close();
    return stores;
  };

  applyLanguage(remembered("language", ["vi", "en"], "vi"));
  applyTextSize(remembered("text-size", sizes, "100"));
  applyRoute();
  root.dataset.boot = "loading";
  for (const event of ["hashchange", "storage", "pageshow"]) addEventListener(event, applyRoute);

  const download = (name) => {
    const response = fetch(folder + name).then((answer) => {
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return answer;
    });
    response.catch(() => {});
    return response;
  };
  const program = download("app.wasm");
  // Kept as text, so that each is read once and can be asked for again.
  const texts = new Map();
  const text = (path) => {
    if (!texts.has(path)) {
      const coming = download(path).then((answer) => answer.text());
      coming.catch(() => texts.delete(path));
      texts.set(path, coming);
    }
    return texts.get(path);
  };
  for (const path of "{{prefetch}}".split(" ")) if (path) text(path);
  globalThis.sipas = {
    build: folder.replace("/", ""),
    folder,
    text,
    quiet: () =>
      new Promise((resolve) => {
        if (globalThis.requestIdleCallback) requestIdleCallback(() => resolve(), { timeout: 3000 });
        else setTimeout(resolve, 300);
      }),
    fail,
    crashed,
    setLanguage: (language) => {
      remember("language", language);
      applyLanguage(language);
    },
    setTextSize: (size) => {
      remember("text-size", size);
      applyTextSize(size);
    },
  };

  const late = setTimeout(() => fail("30 s"), 30000);
  import(new URL(`${folder}{{entry}}`, document.baseURI).href)
    // The program may be here before the rest of the page it draws into.
    .then((module) => parsed.then(() => module.default({ module_or_path: program })))
    .then(() => {
      clearTimeout(late);
      if (root.dataset.boot !== "crashed") root.dataset.boot = "ready";
    })
    .catch((error) => {
      clearTimeout(late);
      fail(error && error.message);
    });

  addEventListener("click", (event) => {
    const target = event.target.closest ? event.target.closest("[data-action]") : null;
    if (!target || !target.closest("#start, #failure, #crash")) return;
    switch (target.dataset.action) {
      case "start": {
        // A scanned code carries its campaign behind the question mark; it stays.
        const query = location.hash.split("?").slice(1).join("?");
        target.setAttribute("href", "#/survey/begin" + (query ? `?${query}` : ""));
        break;
      }
      case "language":
        globalThis.sipas.setLanguage(root.lang === "vi" ? "en" : "vi");
        break;
      case "text-size":
        globalThis.sipas.setTextSize(sizes[(sizes.indexOf(root.dataset.textSize) + 1) % sizes.length]);
        break;
      case "save-stored":
        saveStored();
        break;
      case "reload":
        location.reload();
        break;
    }
  });
  addEventListener("DOMContentLoaded", () => applyTextSize(root.dataset.textSize));

  // The service worker asks before it removes an older build.
  if (navigator.serviceWorker) {
    navigator.serviceWorker.addEventListener("message", (event) => {
      if (event.data && event.data.type === "which-build" && event.ports[0]) {
        event.ports[0].postMessage({ build: globalThis.sipas.build });
      }
    });
  }
})();
