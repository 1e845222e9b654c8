/* The second engine: IndexedDB, where each ballot stands durably under its own key and nothing is ever overwritten.
 * It opens while the program is still on its way. Also the locks by which the tabs of one device agree.
 *
 * For the program: `sipas.second` = {
 *   status()                      promise of "" (open), "newer" (open, made by a newer version), or why it is closed
 *   add(store, keys, others, values, text)
 *                                 puts values under keys (`\n` between them) and erases a text, all or nothing,
 *                                 on the disk and read back. A key that holds something else keeps it; the value
 *                                 then goes under its other key.
 *   hasBallots()                  promise of whether any ballot stands here
 *   ids()                         BigUint64Array of the ballots' ids, ascending, copies included
 *   page(store, after, count)     [keys, values] of the next entries after a key ("": from the first)
 *   erase(store, keys)            takes entries away
 *   ready                         promise that drafts and settings of both engines are one; kept within 400 ms
 *   drafts()                      texts of the drafts no other tab is answering
 *   keepDraft(key, text)          stores a draft in both engines, under a lock of its name
 *   claim(key)                    promise of whether this tab may answer a draft; releaseDraft() gives it up
 *   dropDraft(key)                erases a draft or setting from both engines; promise that it is gone
 *   keepSetting(key, text)        stores a setting in both engines; promise that it is on the disk
 *   writer                        promise of a number no other open tab has; 0 where the browser has no locks
 *   lock(name, shared, wait)      promise of true (held until unlock or the end of the page), false (another tab
 *                                 has it), undefined (no locks here); unlock(name)
 *   pageStore                     stands in for local storage where the browser blocks it; lives as long as the page
 *   listen(action)                action(key) when another tab changed local storage; null: all of it
 *   room()                        promise of the bytes left by the browser's estimate; 0 where a write was refused
 *   persisted(), persist()        promise of whether the browser keeps the data under pressure; persist asks for it
 * }
 * Rejections are DOMExceptions; "SecurityError" stands for every reason why there is no database.
 */
(() => {
  "use strict";
  const NAME = "sipas";
  const VERSION = 2;
  /** A version may add stores, never change one: so older programs go on with a newer database. */
  const STORES = ["ballots", "marks", "texts"];
  const OPEN_MS = 5000;
  const WORK_MS = 20000;
  const AGAIN_MS = 15000;
  const READY_MS = 400;

  const within = (limit, promise) => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new DOMException(`${limit} ms`, "TimeoutError")), limit);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
  };
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  let newer = false;
  const connect = (version) => {
    const request = indexedDB.open(NAME, version);
    request.onupgradeneeded = () => {
      for (const store of STORES) {
        if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
      }
    };
    return done(request);
  };
  const open = async (wait = 100) => {
    let database;
    try {
      database = await connect(VERSION);
    } catch (error) {
      if (error.name === "UnknownError" && wait < 4000) {
        // A browser that has just died may hold its files for a moment longer.
        await new Promise((resolve) => setTimeout(resolve, wait));
        return open(wait * 2);
      }
      if (error.name !== "VersionError") throw error;
      newer = true;
      database = await connect();
    }
    // Another tab with a newer program must not be held up by this one; the next use opens it again.
    database.onversionchange = () => {
      database.close();
      opened = null;
    };
    database.onclose = () => (opened = null);
    if (!STORES.every((store) => database.objectStoreNames.contains(store))) {
      database.close();
      throw new DOMException("newer", "VersionError");
    }
    return database;
  };
  let opened = null;
  const database = () => {
    if (!opened) {
      const coming = open();
      const opening = within(OPEN_MS, coming).catch((error) => {
        setTimeout(() => opened === opening && (opened = null), AGAIN_MS);
        throw new DOMException(`${error.name}: ${error.message}`, "SecurityError");
      });
      opened = opening;
      // Later than anybody waits for, but there: what is asked next finds it.
      coming.then(
        (found) => opened === opening && (opened = Promise.resolve(found)),
        () => {},
      );
    }
    return opened;
  };
  database().catch(() => {});

  /** Chromium's estimate always promises 10 GiB more; only a refused write tells the truth. */
  let full = false;

  /** One transaction: `work` is given a function from names to stores; its promises are awaited with it. */
  const run = async (stores, mode, durability, work) => {
    let transaction;
    try {
      transaction = (await database()).transaction(stores, mode, { durability });
    } catch (error) {
      if (error.name !== "InvalidStateError") throw error;
      opened = null;
      transaction = (await database()).transaction(stores, mode, { durability });
    }
    const finished = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error || new DOMException("aborted", "AbortError"));
    });
    const results = work((store) => transaction.objectStore(store)) || [];
    try {
      const [, ...all] = await within(WORK_MS, Promise.all([finished, ...results]));
      if (mode === "readwrite") full = false;
      return all;
    } catch (error) {
      if (error.name === "QuotaExceededError") full = true;
      throw error;
    }
  };
  const read = (store, work) => run([store], "readonly", "default", (of) => work(of(store)).map(done));
  const same = (one, other) =>
    one instanceof Uint8Array && one.length === other.length && one.every((byte, at) => byte === other[at]);

  const add = async (store, keyLines, otherLines, values, text) => {
    const keys = keyLines.split("\n");
    const others = otherLines.split("\n");
    await run([store, "texts"], "readwrite", "strict", (of) => {
      const place = of(store);
      const put = (value, at) => {
        place.get(keys[at]).onsuccess = ({ target: { result } }) => {
          if (result === undefined) {
            place.add(value, keys[at]);
          } else if (!same(result, value)) {
            keys[at] = others[at];
            put(value, at);
          }
        };
      };
      values.forEach(put);
      if (text) of("texts").delete(text);
    });
    const back = await read(store, (place) => keys.map((key) => place.get(key)));
    if (!values.every((value, at) => same(back[at], value))) throw new DOMException("read back differently", "DataError");
  };
  const page = (store, after, count) =>
    read(store, (place) => {
      const range = after ? IDBKeyRange.lowerBound(after, true) : undefined;
      return [place.getAllKeys(range, count), place.getAll(range, count)];
    });
  const ids = async () => {
    const [keys] = await read("ballots", (place) => [place.getAllKeys()]);
    const ours = keys.filter((key) => /^[0-9a-f]{16}/.test(key));
    return BigUint64Array.from(ours, (key) => BigInt(`0x${key.slice(0, 16)}`));
  };
  const change = (durability, store, work) => run([store], "readwrite", durability, (of) => void work(of(store)));

  const held = new Map();
  const lock = (name, shared, wait) =>
    new Promise((resolve) => {
      if (!navigator.locks) return resolve();
      const options = { mode: shared ? "shared" : "exclusive", ifAvailable: !wait };
      const hold = (granted) => {
        resolve(Boolean(granted));
        return granted && new Promise((release) => held.set(name, release));
      };
      navigator.locks.request(name, options, hold).catch(() => resolve());
    });
  const unlock = (name) => {
    const release = held.get(name);
    held.delete(name);
    if (release) release();
  };
  // Held for the life of the page; who wants to be alone (to compact) asks for it exclusively.
  const lease = async () => {
    if ((await lock("sipas/open", true, true)) === undefined) return 0;
    for (let number = 1; number < 256; number += 1) {
      if (await lock(`sipas/writer/${number}`, false, false)) return number;
    }
    return 0;
  };

  const values = new Map();
  const pageStore = {
    get length() {
      return values.size;
    },
    key: (at) => [...values.keys()][at] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
  let local = pageStore;
  try {
    local = localStorage || pageStore;
  } catch {
    // Blocked: the page's own store lasts as long as the page.
  }

  const DRAFT = "sipas/draft/";
  /** There while the counter's tablet has no other page: public/boot.js looks for it. */
  const KIOSK = "sipas/kiosk";
  /** Settings that outlive either engine; what local storage has is the later one. */
  const KEPT = /^sipas\/(device|campaign|kiosk$)/;
  /** Drafts local storage has no room for. */
  const beside = new Map();
  const write = (key, text) => {
    try {
      local.setItem(key, text);
      beside.delete(key);
    } catch {
      beside.set(key, text);
    }
  };
  const localKeys = () => {
    const keys = new Set(beside.keys());
    for (let at = 0; at < local.length; at += 1) keys.add(local.key(at));
    return [...keys];
  };
  const draftKeys = () => localKeys().filter((key) => key.startsWith(DRAFT));
  const draft = (key) => beside.get(key) ?? local.getItem(key);
  const savedAt = (text) => Number((/\nsaved=(\d+)\ncheck=/.exec(text) || [])[1] || 0);

  // A tab takes its draft's lock before it stores the draft: so a draft seen before the locks were, and not among
  // them, is nobody's.
  let others = new Set();
  let found = [];
  const look = async () => {
    const keys = draftKeys();
    const all = navigator.locks ? (await navigator.locks.query()).held : [];
    others = new Set(all.map((one) => one.name).filter((name) => !held.has(name)));
    found = keys;
  };
  let mine = "";
  const own = new Set();
  const releaseDraft = () => {
    unlock(mine);
    mine = "";
  };
  const claim = async (key) => {
    if (mine === key) return true;
    if ((await lock(key, false, false)) === false) return false;
    releaseDraft();
    own.add(key);
    mine = key;
    return true;
  };
  const keep = (key, text, how = "relaxed") => change(how, "texts", (place) => place.put(text, key)).catch(() => {});
  const drop = (key) => change("relaxed", "texts", (place) => place.delete(key)).catch(() => {});
  let waiting;
  const keepDraft = async (key, text) => {
    if (mine !== key) {
      const asked = waiting && waiting[0] === key;
      waiting = [key, text];
      if (asked) return;
      await claim(key);
      if (!waiting || waiting[0] !== key) return;
      text = waiting[1];
      waiting = undefined;
    }
    write(key, text);
    keep(key, text);
  };
  const dropDraft = (key) => {
    waiting = undefined;
    local.removeItem(key);
    beside.delete(key);
    if (mine === key) releaseDraft();
    return drop(key);
  };
  const uniteTexts = async () => {
    const [keys, texts] = await page("texts");
    const drafts = [...new Set([...keys.filter((key) => key.startsWith(DRAFT)), ...draftKeys()])];
    // Sent in the moment the browser was killed: the ballot is there, so the draft is not.
    const sent = await read("ballots", (place) => drafts.map((key) => place.getKey(key.slice(DRAFT.length))));
    drafts.forEach((key, at) => sent[at] && dropDraft(key));
    keys.forEach((key, at) => {
      const there = local.getItem(key);
      const isLater = there === null || (key.startsWith(DRAFT) && savedAt(there) < savedAt(texts[at]));
      const isWanted = KEPT.test(key) || (drafts.includes(key) && !sent[drafts.indexOf(key)]);
      if (isLater && isWanted) write(key, texts[at]);
      if (key === KIOSK) dispatchEvent(new Event("storage"));
    });
    for (const key of localKeys()) if (KEPT.test(key) && !keys.includes(key)) keep(key, local.getItem(key));
  };
  const ready = Promise.race([
    uniteTexts().catch(() => {}).then(look).catch(() => {}),
    new Promise((resolve) => setTimeout(resolve, READY_MS)),
  ]);
  let listener = () => {};
  addEventListener("visibilitychange", () => look());
  addEventListener("storage", (event) => {
    if (navigator.locks) look();
    listener(event.key);
  });

  // Less than a page of memory: a write cut in its middle by a power cut costs Chromium the whole database.
  const probe = "x".repeat(1024);
  let asked = false;
  const manager = navigator.storage;
  sipas.second = {
    status: () => database().then(() => (newer ? "newer" : ""), (error) => error.message),
    add,
    hasBallots: () => read("ballots", (place) => [place.count()]).then(([count]) => count > 0, () => false),
    ids,
    page,
    erase: (store, keys) => change("strict", store, (place) => keys.split("\n").forEach((key) => place.delete(key))),
    writer: lease(),
    lock,
    unlock,
    ready,
    drafts: () =>
      draftKeys()
        .filter((key) => !others.has(key) && (found.includes(key) || own.has(key)))
        .map(draft),
    keepDraft,
    claim,
    releaseDraft,
    dropDraft,
    keepSetting: (key, text) => {
      write(key, text);
      return keep(key, text, "strict");
    },
    pageStore,
    listen: (action) => (listener = action),
    room: async () => {
      if (!asked || full) await change("relaxed", "texts", (place) => place.put(probe, "sipas/probe")).catch(() => {});
      asked = true;
      if (full) return 0;
      const { quota, usage } = await manager.estimate();
      return quota - usage;
    },
    persisted: async () => manager.persisted(),
    persist: async () => manager.persist(),
  };
})();
