// What every page needs: toasts, alarms, and fields that appear with a choice.
(function () {
  const TOAST_MS = 12000;
  const toast = document.getElementById('toast');
  const alarm = document.getElementById('alarm');

  function say(box, text) {
    const line = document.createElement('div');
    line.className = 'toast-box toast-bad';
    line.textContent = text;
    box.replaceChildren(line);
    leave(line);
  }

  // Goes away by itself, but not while somebody points at it or is in it.
  function leave(line) {
    setTimeout(() => {
      if (!line.isConnected) return;
      if (line.matches(':hover') || line.contains(document.activeElement)) leave(line);
      else line.remove();
    }, TOAST_MS);
  }

  const first = document.getElementById('said-first');
  if (first && first.content.firstElementChild) {
    toast.replaceChildren(first.content.cloneNode(true));
  }
  new MutationObserver(() => toast.querySelectorAll('[data-toast]').forEach((line) => {
    delete line.dataset.toast;
    line.removeAttribute('data-toast');
    if (window.htmx) window.htmx.process(line);
    leave(line);
  })).observe(toast, { childList: true, subtree: true });
  toast.querySelectorAll('[data-toast]').forEach(leave);

  // The live page asks by itself and says in its own place when that fails.
  const asksByItself = (event) => event.detail.elt && event.detail.elt.closest('[hx-trigger*="beat"]') === event.detail.elt;
  document.addEventListener('htmx:responseError', (event) => {
    if (!asksByItself(event) && event.detail.xhr.status !== 401) say(alarm, document.body.dataset.failed);
  });
  document.addEventListener('htmx:sendError', (event) => {
    if (!asksByItself(event)) say(alarm, document.body.dataset.offline);
  });

  // After a form came back with something wrong, the first such field is where one goes on.
  document.addEventListener('htmx:afterSettle', (event) => {
    const xhr = event.detail.xhr;
    if (event.detail.target.id === 'rehearsal') showOutcome();
    if (!xhr || xhr.status !== 422) return;
    const wrong = document.querySelector('[aria-invalid="true"]');
    if (wrong) wrong.focus();
  });

  // What came of a rehearsal is what one wants to see, wherever it was asked for.
  function showOutcome() {
    const outcome = document.getElementById('outcome');
    if (!outcome) return;
    outcome.focus({ preventScroll: true });
    outcome.scrollIntoView({ block: 'start', behavior: 'instant' });
  }
  showOutcome();

  document.querySelectorAll('[data-own]').forEach((select) => {
    const own = document.getElementById(select.dataset.own);
    select.addEventListener('change', () => { own.hidden = select.value !== 'own'; });
  });
})();
