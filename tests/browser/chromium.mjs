// A Chromium of a test's own, with a profile that outlives it: it can be killed like a device that loses power.
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";

const program = process.env.SIPAS_CHROMIUM ?? "/usr/bin/chromium";
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-extensions",
  "--window-size=480,900",
];

export const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** Memory where there is enough: what is written there outlives a browser too, and no other test's writes hold it up. */
async function quickest() {
  const { bavail, bsize } = await statfs("/dev/shm").catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 2 ** 31 ? "/dev/shm" : tmpdir();
}

const running = new Set();
// A test that fails leaves its browser behind.
process.once("exit", () => {
  for (const group of running) {
    try {
      process.kill(-group, "SIGKILL");
    } catch {
      // It has ended.
    }
  }
});

/** A profile folder, `quick` where it may be in memory; `keep` sets a part of it aside, `putBack` brings it back. */
export async function profile({ quick = false } = {}) {
  const folder = await mkdtemp(path.join(quick ? await quickest() : tmpdir(), "sipas-profile-"));
  const kept = `${folder}-kept`;
  return {
    folder,
    part: (name) => path.join(folder, "Default", name),
    keep: (name) => cp(path.join(folder, "Default", name), path.join(kept, name), { recursive: true }),
    async putBack(name) {
      await rm(path.join(folder, "Default", name), { recursive: true, force: true });
      await cp(path.join(kept, name), path.join(folder, "Default", name), { recursive: true });
    },
    async remove() {
      for (const one of [folder, kept]) await rm(one, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** One of its processes may still be inside a write to the disk; without power it would not. */
async function allGone(group) {
  for (;;) {
    const all = await Promise.all(
      (await readdir("/proc"))
        .filter((name) => /^[0-9]+$/.test(name))
        .map((name) => readFile(`/proc/${name}/stat`, "latin1").catch(() => "")),
    );
    // Behind the name in brackets: state, parent, process group.
    const left = all.map((text) => text.slice(text.lastIndexOf(")") + 2).split(" "));
    if (!left.some(([state, , of]) => Number(of) === group && !"ZX".includes(state))) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Starts Chromium on a profile; `page` is its first page. */
export async function start({ folder }) {
  const args = [...flags, "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"];
  // A process group of its own, so that killing it takes every helper process along.
  const child = spawn(program, args, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  running.add(child.pid);
  const gone = new Promise((resolve) => child.once("exit", resolve)).then(() => running.delete(child.pid));
  const address = await new Promise((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (data) => {
      said += data;
      const found = said.match(/DevTools listening on (ws:\S+)/);
      if (found) resolve(found[1]);
    });
    gone.then(() => reject(new Error(`Chromium ended: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    /** SIGKILL to all of it at once: nothing gets to say goodbye. */
    async kill() {
      process.kill(-child.pid, "SIGKILL");
      await gone;
      await allGone(child.pid);
      await browser.close().catch(() => {});
    },
    /** Ends it as a person does. */
    async close() {
      const session = await browser.newBrowserCDPSession();
      await session.send("Browser.close").catch(() => {});
      await gone;
      await browser.close().catch(() => {});
    },
  };
}
