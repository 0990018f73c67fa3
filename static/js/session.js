/* A session followed cue by cue. Its clock shows what is left whenever one looks, and skips nothing that nobody saw. */
(() => {
  "use strict";

  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const language = document.documentElement.lang || "en";

  const stage = one("[data-stage]");
  const piece = Object.fromEntries(all("[data-piece]", stage).map((element) => [element.dataset.piece, element]));
  const begin = one("[data-begin]");
  const ended = one("[data-ended]");
  const digits = one("[role=timer]", stage);

  const parts = all("[data-cues]").map((place) => ({
    place, how: one("[data-how]", place), form: one("form", place), name: place.dataset.title, cues: JSON.parse(place.dataset.cues), spent: 0,
  }));
  const steps = parts.flatMap((part) => part.cues.map((cue) => ({ part, cue })));

  const write = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };

  /* Where one is. `end` is fixed when a step starts; `left` is what remains of one that is paused, in milliseconds. */

  const LISTED = "listed", RUNNING = "running", PAUSED = "paused", LATE = "late";
  const GRACE = 1000; // milliseconds after which a step that nobody looked at waits

  let mode = LISTED;
  let at = 0;
  let end = 0;
  let left = 0;
  let alarm = 0;
  let drawing = 0;

  const lengthOf = (step) => step.cue.seconds * 1000;
  const remaining = () => (mode === RUNNING ? Math.max(0, end - device.now()) : left);

  /* What is shown. */

  const spoken = (milliseconds) => {
    const seconds = Math.floor(milliseconds / 1000);
    const [count, unit] = seconds < 60 ? [seconds, "second"] : [Math.floor(seconds / 60), "minute"];
    return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count);
  };

  /** How far a set is: which repetition, the word of its beat, and how far the bar is. */
  const counted = (cue, passed) => {
    const each = (cue.seconds * 1000) / cue.reps;
    const rep = Math.min(cue.reps, Math.floor(passed / each) + 1);
    let within = (passed - (rep - 1) * each) / 1000;
    for (const [word, seconds, from, to] of cue.beats) {
      if (within < seconds) return { rep, word, far: from + ((to - from) * within) / seconds };
      within -= seconds;
    }
    const [word, , , to] = cue.beats[cue.beats.length - 1];
    return { rep, word, far: to };
  };

  const drawCounted = (cue, rest) => {
    const { rep, word, far } = counted(cue, cue.seconds * 1000 - rest);
    write(piece.whole, String(rep));
    write(piece.tenths, "");
    write(piece.head, word);
    write(piece.line, cue.line.replace("{n}", rep));
    piece.bar.value = far;
  };

  const drawTime = (cue, rest) => {
    const tenths = Math.ceil(rest / 100);
    const seconds = Math.floor(tenths / 10);
    const minutes = Math.floor(seconds / 60);
    write(piece.whole, minutes ? `${minutes}:${String(seconds % 60).padStart(2, "0")}` : String(seconds));
    write(piece.tenths, `.${tenths % 10}`);
    write(piece.head, cue.head);
    write(piece.line, cue.line);
    piece.bar.value = 1 - rest / (cue.seconds * 1000);
  };

  const draw = () => {
    const { cue } = steps[at];
    (cue.reps ? drawCounted : drawTime)(cue, remaining());
    const ago = mode === LATE ? stage.dataset.late.replace("{time}", spoken(device.now() - end)) : "";
    write(piece.ago, ago);
    piece.ago.hidden = !ago;
  };

  /** What changes with a step or with the mode, and not with the time. */
  const dress = () => {
    const { part, cue } = steps[at];
    write(piece.name, part.name);
    write(piece.side, cue.side);
    write(piece.go, mode === RUNNING ? stage.dataset.pause : stage.dataset.on);
    write(piece["step-back"], mode === LATE ? stage.dataset.again : stage.dataset.back);
    write(piece["step-on"], cue.next);
    piece["step-on"].hidden = mode === LATE;
    digits.classList.toggle("stage-minutes", !cue.reps && cue.seconds >= 60);
    digits.setAttribute("aria-label", cue.reps ? stage.dataset.counted : stage.dataset.left);
    if (part.how.parentNode !== piece.slot) hang(part);
    draw();
  };

  /** Brings a part's picture and words to the stage, and those that hang there home. */
  const hang = (part) => {
    for (const other of parts) {
      if (other.how.parentNode === piece.slot) one(".session-bar", other.place).after(other.how);
    }
    if (part) piece.slot.append(part.how);
  };

  const show = (isOn) => {
    document.body.classList.toggle("following", isOn);
    stage.hidden = !isOn;
  };

  /* What is done is told to the plan, which leads back here; elsewhere where it could not be marked. */

  const WORK = ["hold", "count"];
  const ENOUGH = 0.25; // of its holds and repetitions, else one only went past it (judgement)

  const status = one("#status"); // sticks to the edge of the screen

  const about = (part, reason) => stage.dataset[reason].replace("{name}", part.name);

  const mark = async (part) => {
    const body = new URLSearchParams(new FormData(part.form));
    try {
      const reply = await fetch(part.form.action, { method: "POST", body, keepalive: true });
      if (!reply.ok || new URL(reply.url).pathname !== location.pathname) throw new Error(reply.status);
      part.form.hidden = true;
      one("[data-done]", part.place).hidden = false;
      piece.told.textContent = about(part, "marked");
      status.textContent = "";
    } catch (error) {
      status.textContent = about(part, error instanceof TypeError ? "offline" : "failed");
    }
  };

  const finishPart = (part) => {
    const work = part.cues.filter((cue) => WORK.includes(cue.act)).reduce((sum, cue) => sum + cue.seconds * 1000, 0);
    if (!part.form || part.form.hidden) return;
    if (part.spent < work * ENOUGH) piece.told.textContent = about(part, "skipped");
    else mark(part);
  };

  /* Going through it. */

  const run = (start) => {
    mode = RUNNING;
    end = start + left;
    clearTimeout(alarm);
    alarm = setTimeout(look, end - device.now());
    device.ring(end - device.now());
    device.stayAwake();
    dress();
    keepDrawing();
  };

  const halt = (how) => {
    left = remaining();
    mode = how;
    clearTimeout(alarm);
    device.hush();
    device.doze();
  };

  /** Stands before a step, with all of its time. */
  const stand = (index) => {
    at = index;
    left = lengthOf(steps[at]);
    if (steps[at].part !== steps[at - 1]?.part) steps[at].part.spent = 0;
    piece.said.textContent = steps[at].cue.said;
  };

  const finish = () => {
    halt(LISTED);
    hang(null);
    show(false);
    at = 0;
    left = 0;
    const word = one("[data-start]", begin);
    word.textContent = word.dataset.start;
    ended.hidden = false;
    window.scrollTo({ top: 0, behavior: "instant" });
    ended.focus();
  };

  /** Leaves a step behind; the next one starts `start`, or waits where this one was paused. */
  const pass = (start) => {
    const { part, cue } = steps[at];
    if (WORK.includes(cue.act)) part.spent += lengthOf(steps[at]) - remaining();
    if (steps[at + 1]?.part !== part) finishPart(part);
    if (at + 1 === steps.length) {
      finish();
      return;
    }
    const wasPaused = mode === PAUSED;
    stand(at + 1);
    if (wasPaused) dress();
    else run(start);
  };

  const look = () => {
    if (mode === LATE) draw();
    if (mode !== RUNNING) return;
    const late = device.now() - end;
    if (late < 0) {
      draw();
      return;
    }
    if (!document.hidden && late < GRACE) {
      pass(end);
      return;
    }
    halt(LATE);
    dress();
    piece.said.textContent = piece.ago.textContent;
  };

  const keepDrawing = () => {
    cancelAnimationFrame(drawing);
    drawing = requestAnimationFrame(() => {
      look();
      if (mode === RUNNING || mode === LATE) keepDrawing();
    });
  };

  const start = (index) => {
    piece.told.textContent = "";
    status.textContent = "";
    ended.hidden = true;
    show(true);
    if (index !== undefined || !left) stand(index ?? at);
    run(device.now());
    window.scrollTo({ top: 0, behavior: "instant" });
    piece.go.focus({ preventScroll: true });
  };

  const leave = () => {
    halt(LISTED);
    hang(null);
    show(false);
    const word = one("[data-start]", begin);
    word.textContent = word.dataset.on;
    begin.focus();
  };

  const goOrPause = () => {
    if (mode === LATE) pass(device.now());
    else if (mode === PAUSED) run(device.now());
    else {
      halt(PAUSED);
      dress();
    }
  };

  const back = () => {
    const wasPaused = mode === PAUSED;
    stand(mode === LATE ? at : Math.max(0, at - 1));
    if (wasPaused) dress();
    else run(device.now());
  };

  const turnSound = () => {
    const word = one("[data-off]", piece.sound);
    word.textContent = device.turnSound() ? word.dataset.on : word.dataset.off;
    if (mode === RUNNING) device.ring(remaining());
  };

  begin.addEventListener("click", () => start());
  piece.go.addEventListener("click", goOrPause);
  piece["step-back"].addEventListener("click", back);
  piece["step-on"].addEventListener("click", () => pass(device.now()));
  piece.sound.addEventListener("click", turnSound);
  piece.leave.addEventListener("click", leave);
  for (const part of parts) {
    one("[data-jump]", part.place).addEventListener("click", () => start(steps.findIndex((step) => step.part === part)));
  }
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    look();
    if (mode === RUNNING) device.stayAwake();
    if (mode === LATE) piece.said.textContent = piece.ago.textContent;
  });

  for (const hidden of all("[data-scripted]")) hidden.hidden = false;
})();
