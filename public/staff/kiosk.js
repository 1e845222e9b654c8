/* What the kiosk needs of the browser; loaded with the kiosk's part of the program and with the staff's page about it.
 *
 * For the program: sipas.kiosk(name, argument) =
 *   steady            milliseconds that never jump, whatever the clock does
 *   idle              milliseconds since the last touch or key
 *   touch             counts as a touch
 *   hold              keeps the screen on and, in a gesture, asks for the full screen and takes the browser's Back
 *   release           gives both back
 *   tidy              keeps what is typed in #screen out of the browser's memory, and lets go of any selection
 *   open              a <dialog> by its id, over everything else
 *   print             opens the browser's printing
 *   bytes             so many random bytes, hexadecimal
 *   hash              promise of PBKDF2 with HMAC-SHA-256, 256 bits, hexadecimal, of "rounds salt secret"
 */
(() => {
  "use strict";
  let last = performance.now();
  const touched = () => (last = performance.now());
  for (const event of ["pointerdown", "pointermove", "touchmove", "wheel", "keydown", "input", "click"]) {
    addEventListener(event, touched, { capture: true, passive: true });
  }
  // A long press would offer to search, share or print.
  for (const event of ["contextmenu", "dragstart"]) {
    addEventListener(event, (one) => isKiosk() && one.preventDefault());
  }

  let wanted = false;
  let lock = null;
  const wake = async () => {
    if (!wanted || lock || document.hidden || !navigator.wakeLock) return;
    try {
      lock = await navigator.wakeLock.request("screen");
      lock.onrelease = () => (lock = null);
    } catch {
      // Battery low: the next touch asks again.
    }
  };
  document.addEventListener("visibilitychange", wake);

  const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const unhex = (text) => Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
  const dialog = (id) => document.getElementById(id);

  const isKiosk = () => document.documentElement.dataset.route === "kiosk";
  // The browser's Back is the survey's own; a page behind this one is never reached with it while people touch it.
  const stand = () => history.state !== "kiosk" && history.pushState("kiosk", "");
  addEventListener("popstate", () => {
    if (!isKiosk()) return;
    stand();
    const back = document.querySelector("#screen [data-action=back]");
    if (back && !document.querySelector("dialog[open]")) back.click();
  });

  const calls = {
    steady: () => performance.now(),
    idle: () => performance.now() - last,
    touch: touched,
    hold: () => {
      wanted = true;
      wake();
      stand();
      const root = document.documentElement;
      const gesture = !navigator.userActivation || navigator.userActivation.isActive;
      if (gesture && !document.fullscreenElement && root.requestFullscreen) root.requestFullscreen({ navigationUI: "hide" }).catch(() => {});
    },
    release: () => {
      wanted = false;
      if (lock) lock.release();
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    },
    tidy: () => {
      for (const input of document.querySelectorAll("#screen :is(input, textarea, select)")) {
        input.autocomplete = "off";
        input.setAttribute("autocorrect", "off");
        input.spellcheck = false;
      }
      getSelection().removeAllRanges();
    },
    open: (id) => dialog(id) && !dialog(id).open && dialog(id).showModal(),
    print: () => print(),
    bytes: (count) => hex(crypto.getRandomValues(new Uint8Array(Number(count)))),
    hash: async (argument) => {
      const [rounds, salt, ...secret] = argument.split(" ");
      const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(secret.join(" ")), "PBKDF2", false, ["deriveBits"]);
      const how = { name: "PBKDF2", hash: "SHA-256", salt: unhex(salt), iterations: Number(rounds) };
      return hex(await crypto.subtle.deriveBits(how, key, 256));
    },
  };
  sipas.kiosk = (name, argument) => calls[name](argument);
})();
