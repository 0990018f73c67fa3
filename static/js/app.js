/* Small conveniences over pages that work without them: focus, exclusive boxes, failure messages, printing, lit muscles. */
(() => {
  "use strict";

  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* Focus. */

  const PROBLEM = "#error-summary, #moved";

  const focus = (element) => {
    if (!element) return;
    if (!element.matches("a[href], button, input, select, textarea")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };

  /** The label or legend of an input, which must be in view when the input is focused. */
  const wordsOf = (input) => {
    const fieldset = input.closest("fieldset");
    const choosing = input.type === "radio" || input.type === "checkbox";
    return (choosing && fieldset && one("legend", fieldset)) || (input.labels && input.labels[0]) || input;
  };

  const followErrorLink = (event) => {
    const link = event.target.closest("#error-summary a[href^='#']");
    const input = link && document.getElementById(link.hash.slice(1));
    if (!input) return;
    event.preventDefault();
    wordsOf(input).scrollIntoView({ block: "start" });
    focus(input);
  };

  /* Of the boxes with one name, an exclusive one stands alone. */

  const keepExclusive = ({ target }) => {
    if (target.type !== "checkbox" || !target.checked || !target.form) return;
    const alone = "exclusive" in target.dataset;
    for (const box of target.form.elements) {
      const rival = box !== target && box.type === "checkbox" && box.name === target.name;
      if (rival && (alone || "exclusive" in box.dataset)) box.checked = false;
    }
  };

  /* Slow and failed answers. */

  const SLOW = 400;
  const waiting = new WeakMap();

  const wait = (form) => {
    const button = form.matches("form") && one("button[data-busy]", form);
    if (!button) return;
    const words = button.textContent;
    const timer = setTimeout(() => {
      button.textContent = button.dataset.busy;
      button.setAttribute("aria-disabled", "true");
    }, SLOW);
    waiting.set(form, () => {
      clearTimeout(timer);
      button.textContent = words;
      button.removeAttribute("aria-disabled");
    });
  };

  const stopWaiting = (form) => {
    waiting.get(form)?.();
    waiting.delete(form);
  };

  const REASONS = { 0: "offline", 403: "expired", 404: "gone", 429: "busy" };

  const say = (reason) => {
    const status = one("#status");
    if (status) status.textContent = reason ? status.dataset[reason] : "";
  };

  /* Htmx notes where one is; the address of a check shall not stay in the browser. */

  const leaveNoTrace = () => {
    try {
      sessionStorage.removeItem("htmx-current-path-for-history");
    } catch {
      // A browser without this store has nothing to remove.
    }
  };

  /* What only a script can do is hidden until the script is here. */

  const reveal = () => {
    for (const button of all("[data-print], [data-secret]")) button.hidden = false;
  };

  const act = ({ target }) => {
    if (target.closest("[data-print]")) window.print();
    const button = target.closest("[data-secret]");
    if (!button) return;
    const input = document.getElementById(button.dataset.secret);
    const hidden = input.type === "password";
    input.type = hidden ? "text" : "password";
    button.setAttribute("aria-pressed", String(hidden));
  };

  /** On a plate, what the pointer or the focus is on lights up with all that has its number. */
  const light = ({ target }) => {
    const lit = target.closest(".plate [data-number]");
    const plate = lit?.closest(".plate");
    for (const other of all(".plate.lighting")) other.classList.toggle("lighting", other === plate);
    for (const other of all(".plate .lit")) other.classList.remove("lit");
    if (!plate) return;
    plate.classList.add("lighting");
    for (const same of all(`[data-number="${lit.dataset.number}"]`, plate)) same.classList.add("lit");
  };

  /** The footer outlives every swap: a form in it that leads back is told where one is now. */
  const sayWhere = ({ target }) => {
    for (const field of all("[data-here]", target)) field.value = location.pathname + location.search;
  };

  document.addEventListener("submit", sayWhere);
  document.addEventListener("click", followErrorLink);
  document.addEventListener("click", act);
  document.addEventListener("change", keepExclusive);
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);

  document.addEventListener("htmx:beforeRequest", ({ target }) => { say(""); wait(target); });
  document.addEventListener("htmx:afterRequest", ({ target }) => stopWaiting(target));
  document.addEventListener("htmx:responseError", ({ detail }) => say(REASONS[detail.xhr.status] || "failed"));
  document.addEventListener("htmx:sendError", () => say("offline"));
  document.addEventListener("htmx:timeout", () => say("offline"));
  document.addEventListener("htmx:afterSettle", ({ target }) => {
    leaveNoTrace();
    reveal();
    if (target.id !== "page") return;
    window.scrollTo({ top: 0, behavior: "instant" });
    focus(one(PROBLEM) || one("h1"));
  });

  leaveNoTrace();
  reveal();
  focus(one(PROBLEM));
})();
