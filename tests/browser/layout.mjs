// What is wrong with how a page is laid out: what a person could not read, reach or hit.

/**
 * One line for each mistake; controls must be `target` CSS pixels high and wide; `whole` asks that the chosen
 * option of a list can be read in full.
 */
export const mistakes = (page, { target, whole }) =>
  page.evaluate(({ target, whole }) => {
    const found = [];
    const name = (one) => `${one.localName}${one.dataset.action ? `[${one.dataset.action}]` : ""}${one.className ? `.${one.className}` : ""} “${(one.innerText || one.value || "").trim().slice(0, 40)}”`;
    const visible = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
    /** A stretch that scrolls sideways by itself, as a wide table may. */
    const scrolling = (one) => one.closest(".scroll");
    const width = document.documentElement.clientWidth;

    if (document.documentElement.scrollWidth > width) found.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} > ${width}`);
    for (const one of document.body.querySelectorAll("*")) {
      if (!visible(one) || one.closest("svg, option") || scrolling(one)) continue;
      const box = one.getBoundingClientRect();
      if (box.width > 0 && (box.right > width + 1 || box.left < -1)) found.push(`sticks out: ${name(one)} from ${box.left} to ${box.right}`);
      const style = getComputedStyle(one);
      const hasText = [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
      const clips = style.overflowX !== "visible" || style.overflowY !== "visible";
      if (hasText && clips && one.localName !== "textarea" && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)) found.push(`cut: ${name(one)}`);
      if (hasText && one.matches("button, a, label, .label") && one.scrollWidth > one.clientWidth + 1 && style.display !== "inline") found.push(`runs over: ${name(one)}`);
      if (whole && one.localName === "select") {
        const measure = document.createElement("canvas").getContext("2d");
        measure.font = style.font;
        const text = one.selectedOptions[0]?.text ?? "";
        // A chosen option is cut by the browser with nothing to show for it.
        if (measure.measureText(text).width > one.clientWidth) found.push(`cut: ${name(one)} shows only part of “${text}”`);
      }
    }

    // A radio button or tick box fills its row; the row is what people hit.
    const controls = [...document.querySelectorAll("button, a[href], summary, select, textarea, input")]
      .map((one) => (one.matches("[type=radio], [type=checkbox]") ? one.closest("label") : one))
      .filter((one, at, all) => visible(one) && all.indexOf(one) === at);
    for (const one of controls) {
      const box = one.getBoundingClientRect();
      if (box.height < target || box.width < target) found.push(`small: ${name(one)} ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);
      if (one.disabled) continue;
      one.scrollIntoView({ block: "center" });
      const now = one.getBoundingClientRect();
      const hit = document.elementFromPoint(now.left + now.width / 2, now.top + now.height / 2);
      if (!hit || !(one.contains(hit) || hit.contains(one))) found.push(`covered: ${name(one)} by ${hit ? name(hit) : "nothing"}`);
    }
    for (const [at, one] of controls.entries()) {
      for (const other of controls.slice(at + 1)) {
        if (one.contains(other) || other.contains(one) || one.closest(".staff-nav") || other.closest(".staff-nav")) continue;
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) found.push(`overlap: ${name(one)} and ${name(other)}`);
      }
    }
    scrollTo(0, 0);
    return found;
  }, { target, whole });
