// The live page: a beat asks for what is new, unless it is paused, hidden, or somebody reads a decision.
(function () {
  const BEAT_MS = 1500;
  const SLOW_BEATS = 8;
  const ROWS_MAX = 60;
  const rows = document.getElementById('rows');
  const pulse = document.getElementById('pulse');
  const pause = document.getElementById('pause');
  const drawer = document.getElementById('drawer');
  let paused = false;
  let beats = 0;
  let reached = pulse.dataset.state;

  function show(state) {
    if (pulse.dataset.state === state) return;
    pulse.dataset.state = state;
    pulse.querySelector('[role="status"]').textContent = pulse.dataset[state];
  }

  function state() {
    return paused ? 'off' : drawer.open ? 'held' : reached;
  }

  function beat() {
    show(state());
    if (paused || drawer.open || document.hidden) return;
    window.htmx.trigger(rows, 'beat');
    window.htmx.trigger('#figures', 'beat');
    beats += 1;
    if (beats % SLOW_BEATS === 0) window.htmx.trigger('#charts', 'slow-beat');
  }

  function empty() {
    const none = rows.children.length === 0;
    document.getElementById('no-rows').hidden = !none;
    rows.closest('table').hidden = none;
  }

  function toggle() {
    paused = !paused;
    pause.querySelector('span').textContent = paused ? pause.dataset.resume : pause.dataset.pause;
    pause.querySelector('use').setAttribute('href', '/console/assets/icons.svg#' + (paused ? 'play' : 'pause'));
    beat();
  }

  document.addEventListener('htmx:configRequest', (event) => {
    if (event.detail.elt !== rows) return;
    const newest = rows.querySelector('tr');
    event.detail.parameters.after = newest ? newest.dataset.id : '-1';
  });
  // Two answers may cross: what is there already is not put in again.
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.target !== rows) return;
    reached = event.detail.xhr.getResponseHeader('X-Stale') === 'true' ? 'stale' : 'on';
  });
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target === rows) {
      const seen = new Set();
      rows.querySelectorAll('tr').forEach((row) => {
        if (seen.has(row.dataset.id) || seen.size >= ROWS_MAX) row.remove();
        seen.add(row.dataset.id);
      });
      empty();
      show(state());
    } else if (event.detail.target.id === 'drawer-body') {
      drawer.showModal();
      show(state());
    }
  });
  document.addEventListener('htmx:sendError', (event) => {
    if (event.detail.elt === rows) { reached = 'broken'; show(state()); }
  });
  document.addEventListener('htmx:responseError', (event) => {
    if (event.detail.elt === rows) { reached = 'broken'; show(state()); }
  });

  // A row may move between press and release: what was pressed is what opens.
  let pressed = null;
  rows.addEventListener('pointerdown', (event) => { pressed = event.target.closest('tr'); });
  rows.closest('.list-card').addEventListener('click', (event) => {
    if (event.target.closest('.reason') || !pressed || !window.getSelection().isCollapsed) return;
    pressed.querySelector('.reason').click();
    pressed = null;
  });
  drawer.addEventListener('click', (event) => { if (event.target === drawer) drawer.close(); });
  drawer.addEventListener('close', () => show(state()));

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
    if (drawer.open) return;
    const key = event.key.toLowerCase();
    if (key === 'p') toggle();
    if (key !== 'j' && key !== 'k') return;
    const all = [...rows.querySelectorAll('.reason')];
    const at = all.indexOf(document.activeElement);
    const next = at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)));
    if (all[next]) all[next].focus();
  });

  pause.addEventListener('click', toggle);
  empty();
  setInterval(beat, BEAT_MS);
})();
