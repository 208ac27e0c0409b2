// Speeds things up, nothing more: every page works without it. The claim under the pointer or the focus lights up with its parts; j and k walk
// through claims or lines; “/” searches, “?” explains; single keys can be switched off (WCAG 2.1.4).
(() => {
  "use strict";
  const report = document.querySelector("[data-report]");
  const keysAreOn = () => { try { return localStorage.getItem("sayso-keys") !== "off"; } catch { return true; } };
  let kept = 0;

  const parts = report ? [...report.querySelectorAll(".text [data-roles], .text-title [data-roles]")] : [];
  const cards = report ? [...report.querySelectorAll(".card")] : [];
  const numberOf = (element) => Number(element?.closest("[data-claim]")?.dataset.claim ?? 0);
  const link = (number) => document.getElementById("m" + number);
  const card = (number) => cards.find((item) => Number(item.dataset.claim) === number);

  const light = (number) => {
    for (const mark of report.querySelectorAll("[data-claim]")) mark.classList.toggle("lit", Number(mark.dataset.claim) === number);
    for (const part of parts) {
      const role = part.dataset.roles.split(" ").map((pair) => pair.split(":")).find(([claim]) => Number(claim) === number)?.[1];
      part.className = role ? "part lit-" + role : "part";
    }
  };

  const show = (number) => {
    const item = card(number);
    const pane = item?.closest(".claims");
    if (!item || !pane || getComputedStyle(pane).overflowY !== "auto") return;
    const [inner, outer] = [item.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (inner.top < outer.top + 48 || inner.bottom > outer.bottom) pane.scrollTop += inner.top - outer.top - 64;
  };

  const keep = (number) => {
    kept = number;
    light(number);
    const item = card(number);
    const address = new URL(location.href);
    if (item) { address.searchParams.set("claim", item.id); address.hash = ""; } else { address.searchParams.delete("claim"); }
    history.replaceState(null, "", address);
    const choice = document.getElementById("f-claim");
    if (choice) choice.value = item ? item.id : "";
  };

  if (report) {
    kept = numberOf(report.querySelector(".card.lit"));
    if (kept) show(kept);
    report.addEventListener("pointerover", (event) => {
      const number = numberOf(event.target);
      light(number || kept);
      if (number && !event.target.closest(".card")) show(number);
    });
    report.addEventListener("pointerleave", () => light(kept));
    report.addEventListener("focusin", (event) => {
      const number = numberOf(event.target);
      if (!number) return;
      light(number);
      if (!event.target.closest(".card")) show(number);
    });
    report.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      const anchor = event.target.closest("a");
      if (anchor?.matches(".card .tell")) { keep(numberOf(anchor)); return; }
      if (anchor && !anchor.matches(".text .number, .text-title .number, .card .light, .card .number")) return;
      const number = numberOf(event.target);
      if (!number) { if (!anchor && kept && event.target.closest(".text")) keep(0); return; }
      if (window.getSelection()?.toString()) return;
      // On a narrow page the card is far below: there the link itself leads to it.
      const isBeside = getComputedStyle(document.querySelector(".claims")).overflowY === "auto";
      keep(number);
      if (anchor?.matches(".card a") || event.target.closest(".card")) {
        if (anchor) { event.preventDefault(); link(number)?.focus({ preventScroll: true }); link(number)?.scrollIntoView({ block: "center" }); }
      } else if (isBeside) {
        event.preventDefault();
        show(number);
      } else if (!anchor) {
        card(number)?.scrollIntoView({ block: "start" });
      }
    });
  }

  const walk = (step) => {
    const stops = report
      ? [...report.querySelectorAll(".text-title .number, .text .number")]
      : [...document.querySelectorAll(".row .go")];
    if (!stops.length) return;
    const at = stops.indexOf(document.activeElement);
    const from = at >= 0 ? at : stops.findIndex((stop) => report && numberOf(stop) === kept);
    const next = stops[Math.min(Math.max(from < 0 ? (step > 0 ? 0 : stops.length - 1) : from + step, 0), stops.length - 1)];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
    if (report) keep(numberOf(next));
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isWriting = event.target.matches("input, textarea, select");
    if (event.key === "Escape") {
      if (isWriting) event.target.blur();
      else if (report) keep(0);
      return;
    }
    if (isWriting || !keysAreOn()) return;
    switch (event.key) {
      case "j": walk(1); break;
      case "k": walk(-1); break;
      case "/": document.getElementById("seek")?.focus(); break;
      case "?": location.href = "/help#keys"; break;
      default: return;
    }
    event.preventDefault();
  });

  const box = document.querySelector("[data-keys-switch]");
  if (box) {
    const button = box.querySelector("button");
    const write = () => {
      button.setAttribute("aria-pressed", String(keysAreOn()));
      button.textContent = keysAreOn() ? "Single keys are on" : "Single keys are off";
    };
    button.addEventListener("click", () => {
      try { localStorage.setItem("sayso-keys", keysAreOn() ? "off" : "on"); } catch { /* private windows may refuse */ }
      write();
    });
    box.hidden = false;
    write();
  }
})();
