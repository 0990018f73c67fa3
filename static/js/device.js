/* What a session asks of the device: an even clock, a soft tone in time, and a screen that stays awake. */
const device = (() => {
  "use strict";

  /* The time. performance.now() is even, but may stand still while a device sleeps; then the wall clock has gone on.
     A wall clock that was set back changes nothing; one set forward looks like sleep, and the step waits. */

  const SLIP = 50; // milliseconds by which the two may differ
  let slept = 0;
  let wall = Date.now() - performance.now();

  const now = () => {
    const gap = Date.now() - performance.now() - wall - slept;
    if (gap > SLIP) slept += gap;
    if (gap < -SLIP) wall += gap;
    return performance.now() + slept;
  };

  /* The tone is set beforehand, so that a hidden page plays it in time. */

  const SOON = 0.2; // seconds; a tone so near sounds on, though its step has been left
  let audio = null;
  let tone = null;

  const play = (start) => {
    const source = new OscillatorNode(audio, { frequency: 528 });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.15, start + 0.03);
    volume.gain.linearRampToValueAtTime(0, start + 0.5);
    source.connect(volume).connect(audio.destination);
    source.start(start);
    source.stop(start + 0.6);
    return { start, volume };
  };

  const hush = () => {
    if (tone && tone.start - audio.currentTime > SOON) tone.volume.disconnect();
    tone = null;
  };

  const ring = (milliseconds) => {
    hush();
    if (audio) tone = play(audio.currentTime + milliseconds / 1000);
  };

  /** Turns the sound on, heard at once, or off; says which. */
  const turnSound = () => {
    hush();
    if (audio) audio.close();
    audio = audio ? null : new AudioContext();
    if (audio) play(audio.currentTime);
    return audio !== null;
  };

  /* The screen. */

  let awake = null; // the promise of a lock, from when it is asked for until it is let go

  const stayAwake = () => {
    if (awake || !navigator.wakeLock) return;
    const asked = navigator.wakeLock.request("screen");
    const forget = () => {
      if (awake === asked) awake = null;
    };
    awake = asked;
    asked.then((lock) => lock.addEventListener("release", forget), forget); // refused, as when the battery is low
  };

  const doze = () => {
    awake?.then((lock) => lock.release(), () => {});
    awake = null;
  };

  return { now, ring, hush, turnSound, stayAwake, doze };
})();
