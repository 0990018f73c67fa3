/* The clock of a self-test that is timed: it shows, and sends nothing. */
(() => {
  "use strict";

  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  const running = new WeakMap();

  const inWords = (seconds) =>
    seconds.toLocaleString(document.documentElement.lang || "en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

  const said = (clock, which, seconds) => clock.dataset[which].replace("{time}", inWords(seconds));

  const show = (clock, seconds) => {
    one("[data-digits]", clock).textContent = inWords(seconds);
  };

  const limitOf = (clock) => Number(clock.dataset.clock);

  /** Whole tenths that have passed since the start, at most the limit; in seconds. */
  const passed = (clock) => {
    const tenths = Math.floor((performance.now() - running.get(clock).since) / 100);
    return Math.min(tenths / 10, limitOf(clock));
  };

  const press = (clock, going) => {
    const button = one("button", clock);
    button.textContent = going ? button.dataset.stop : button.dataset.start;
    for (const side of all("select", clock)) side.disabled = going;
  };

  const note = (clock, seconds) => {
    const side = one("select", clock);
    const line = document.createElement("li");
    line.textContent = (side ? `${side.value}: ` : "") + said(clock, "time", seconds);
    one(".clock-times", clock).append(line);
  };

  const stop = (clock) => {
    const seconds = passed(clock);
    clearTimeout(running.get(clock).end);
    running.delete(clock);
    press(clock, false);
    show(clock, seconds);
    note(clock, seconds);
    one("[role=status]", clock).textContent = said(clock, seconds < limitOf(clock) ? "stopped" : "over", seconds);
  };

  /** Shows the time at each frame; a page that is not looked at has none, and is right when it is. */
  const tick = (clock) => {
    if (!running.has(clock) || !clock.isConnected) return;
    show(clock, passed(clock));
    requestAnimationFrame(() => tick(clock));
  };

  const start = (clock) => {
    const end = setTimeout(() => stop(clock), limitOf(clock) * 1000);
    running.set(clock, { since: performance.now(), end });
    one("[role=status]", clock).textContent = "";
    press(clock, true);
    tick(clock);
  };

  const reveal = () => {
    for (const clock of all("[data-clock]")) {
      const face = one(".clock-face", clock);
      if (face.hidden) show(clock, 0);
      face.hidden = false;
    }
  };

  document.addEventListener("click", ({ target }) => {
    const clock = target.closest("[data-clock] button")?.closest("[data-clock]");
    if (clock) (running.has(clock) ? stop : start)(clock);
  });
  document.addEventListener("htmx:afterSettle", reveal);

  reveal();
})();
