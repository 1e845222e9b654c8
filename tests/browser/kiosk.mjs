// What the tests of the counter's tablet share: it is set up by staff, and what it holds is looked through.
import { expect } from "@playwright/test";

export const PIN = "2580";

export class Kiosk {
  constructor(page, home = "./") {
    this.page = page;
    this.home = home;
    this.area = page.locator("#kiosk");
    this.waiting = this.area.locator("[data-screen=attract]");
    this.still = this.area.locator("[data-screen=still-there]");
    this.exit = this.area.locator("[data-screen=kiosk-exit]");
  }

  /** The staff's page about it. */
  async openSettings() {
    await this.page.goto(`${this.home}#/staff/collect/kiosk`);
    await expect(this.page.locator("#staff [data-pin]")).toBeVisible();
  }

  /** Sets a PIN; the recovery code comes back. */
  async setPin(pin = PIN) {
    await this.page.locator("[name=pin]").fill(pin);
    await this.page.locator("[name=pin-again]").fill(pin);
    await this.page.locator("[data-action=set-pin]").click();
    const code = await this.page.locator("[data-code]").getAttribute("data-code", { timeout: 30_000 });
    await this.page.locator("[data-action=code-done]").click();
    return code;
  }

  /** As staff do in the morning. */
  async start() {
    await this.page.locator("[data-action=start-kiosk]").click();
    await expect(this.waiting).toBeVisible();
  }

  /** Opens the way out. */
  async knock() {
    for (let press = 0; press < 5; press += 1) await this.area.locator("[data-action=leave-kiosk]").click();
    await expect(this.exit).toBeVisible();
  }

  /** Types into the open way out; waits until it was judged. */
  async type(secret) {
    await this.exit.locator("[name=kiosk-secret]").fill(secret);
    await this.exit.locator("[data-action=exit-kiosk]").click();
    await expect(this.page.locator("#kiosk [name=kiosk-secret]:not([value])").or(this.page.locator("#staff h1")).first()).toBeVisible();
    await expect
      .poll(() => this.page.evaluate(() => document.querySelector("#kiosk [name=kiosk-secret]")?.value ?? ""), { timeout: 30_000 })
      .toBe("");
  }

  /** Seconds it says one has to wait. */
  async wait() {
    return Number(await this.exit.locator("[data-said]").getAttribute("data-said"));
  }

  /** Out by the PIN. */
  async leave(pin = PIN) {
    await this.knock();
    if (pin) await this.exit.locator("[name=kiosk-secret]").fill(pin);
    await this.exit.locator("[data-action=exit-kiosk]").click();
    await expect(this.page.locator("#staff h1")).toBeVisible();
  }
}

/** Everything a next person, or their browser, could find: page, form contents, history, drafts of both engines. */
export const leftovers = (page) =>
  page.evaluate(async () => {
    const values = [...document.querySelectorAll("input, textarea, select")].map((one) => (one.type === "radio" || one.type === "checkbox" ? String(one.checked) : one.value));
    const open = await new Promise((resolve, reject) => {
      const request = indexedDB.open("sipas");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const texts = await new Promise((resolve, reject) => {
      const store = open.transaction("texts").objectStore("texts");
      const [keys, all] = [store.getAllKeys(), store.getAll()];
      all.onsuccess = () => resolve(keys.result.map((key, at) => `${key}=${all.result[at]}`));
      all.onerror = () => reject(all.error);
    });
    open.close();
    const local = Object.keys(localStorage).filter((key) => !/^sipas\/g\//.test(key)).map((key) => `${key}=${localStorage[key]}`);
    const session = Object.entries(sessionStorage).map((pair) => pair.join("="));
    return {
      seen: [document.documentElement.outerHTML, document.title, location.href, JSON.stringify(history.state), String(getSelection()), ...values, ...session, ...local, ...texts].join("\n"),
      drafts: [...local, ...texts].filter((text) => /^sipas\/(draft|now)\//.test(text)),
      chosen: document.querySelectorAll("#screen :checked").length,
    };
  });

/** The counts of the staff's first page: {shown, started, …} of a channel. */
export async function counted(page, channel = "kiosk") {
  const figures = await page.locator(`#staff [data-figure^="response/${channel}/"]`).evaluateAll((marks) => marks.map((mark) => [mark.dataset.figure.split("/").at(-1), Number(mark.dataset.value)]));
  return Object.fromEntries(figures);
}
