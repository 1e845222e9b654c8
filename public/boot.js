/* Runs before the first paint, inside the page: shows the right static screen, applies what was chosen before,
 * starts all downloads side by side, and says so plainly when the program cannot start.
 *
 * For the program: `globalThis.sipas` = {
 *   build, folder             the build's name; its folder relative to the page, with a slash
 *   questionnaire             promise of the default questionnaire's JSON text (null on other routes)
 *   setLanguage("vi"|"en"), setTextSize("100"|"125"|"150")   apply and remember
 *   fail(detail)              shows the failure screen
 * }
 * and `<html>` carries lang, data-route (front, survey, begin, kiosk, staff, other), data-text-size,
 * data-boot (loading, ready, failed).
 */
(() => {
  "use strict";
  const root = document.documentElement;
  const folder = "{{folder}}";
  const titles = { vi: "SIPAS tại quầy", en: "SIPAS at the counter" };

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
  };
  const applyTextSize = (size) => {
    root.dataset.textSize = size;
    for (const button of document.querySelectorAll("[data-action=text-size]")) {
      button.setAttribute("aria-pressed", String(button.value === size));
    }
  };
  const applyRoute = () => {
    const path = location.hash.replace(/^#/, "").split("?")[0];
    const parts = path.split("/").filter(Boolean);
    let route = parts[0] || "front";
    if (route === "survey" && parts.length > 1) route = "begin";
    else if (!["front", "survey", "kiosk", "staff"].includes(route)) route = "other";
    root.dataset.route = route;
    return route;
  };
  const fail = (detail) => {
    if (root.dataset.boot === "ready") return;
    root.dataset.boot = "failed";
    const place = document.getElementById("failure-detail");
    if (place) place.textContent = String(detail || "");
  };

  applyLanguage(remembered("language", ["vi", "en"], "vi"));
  applyTextSize(remembered("text-size", ["100", "125", "150"], "100"));
  const route = applyRoute();
  root.dataset.boot = "loading";
  addEventListener("hashchange", applyRoute);

  const download = (name) => {
    const response = fetch(folder + name).then((answer) => {
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return answer;
    });
    response.catch(() => {});
    return response;
  };
  const program = download("app.wasm");
  let questionnaire = null;
  if ("{{questionnaire}}" && ["front", "survey", "begin"].includes(route)) {
    questionnaire = download("{{questionnaire}}").then((answer) => answer.text());
    questionnaire.catch(() => {});
  }
  globalThis.sipas = {
    build: folder.replace("/", ""),
    folder,
    questionnaire,
    fail,
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
    .then((module) => module.default({ module_or_path: program }))
    .then(() => {
      clearTimeout(late);
      root.dataset.boot = "ready";
    })
    .catch((error) => {
      clearTimeout(late);
      fail(error && error.message);
    });

  addEventListener("click", (event) => {
    const target = event.target.closest ? event.target.closest("[data-action]") : null;
    if (!target || !target.closest("#start, #failure")) return;
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
        globalThis.sipas.setTextSize(target.value);
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
