// Remembers where a press began until the scripts of the page are there to take it up. A drag along a timeline that ended
// before is kept for them as well, and is no click on what lies under it.
if (!window.earlyDrag) {
  const early = {};
  window.earlyDrag = early;
  addEventListener(
    'pointerdown',
    (event) => {
      early.from = event;
      early.to = undefined;
    },
    true,
  );
  addEventListener(
    'click',
    (event) => {
      const { from, taken } = early;
      if (taken || from?.pointerType !== 'mouse' || !event.target.closest('.track')) return;
      if (Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < 4) return;
      event.preventDefault();
      early.to = event;
    },
    true,
  );
}
