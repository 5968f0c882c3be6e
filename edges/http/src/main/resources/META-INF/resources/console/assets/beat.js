// A page that asks by itself whether anything is new, unless it is hidden or somebody selects a text in it.
(function () {
  const BEAT_MS = 3000;
  const scrolled = new Map();
  const keeps = (box, act) => box.querySelectorAll('[data-keeps]').forEach(act);

  setInterval(() => {
    if (document.hidden || !window.getSelection().isCollapsed) return;
    document.querySelectorAll('[hx-trigger="beat"]').forEach((part) => window.htmx.trigger(part, 'beat'));
  }, BEAT_MS);

  // What was scrolled stays where it was when it is replaced.
  document.addEventListener('htmx:beforeSwap', (event) => {
    keeps(event.detail.target, (box) => scrolled.set(box.dataset.keeps, box.scrollTop));
  });
  document.addEventListener('htmx:afterSwap', (event) => {
    keeps(event.detail.target, (box) => { box.scrollTop = scrolled.get(box.dataset.keeps) || 0; });
  });
})();
