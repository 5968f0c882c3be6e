// Officers' cases: a drawer beside the list, and keys for who works through it. All of it works without, as pages of their own.
(function () {
  const WIDE = window.matchMedia('(min-width: 1181px)');
  const drawer = document.getElementById('drawer');
  const keys = document.getElementById('keys');
  const showKeys = document.getElementById('show-keys');
  let opened = '';

  const links = () => [...document.querySelectorAll('.case-link')];
  const linkOf = (href) => links().find((link) => link.getAttribute('href') === href);

  function mark() {
    links().forEach((link) => {
      if (opened && link.getAttribute('href') === opened) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
  }

  function close() {
    const link = linkOf(opened);
    opened = '';
    drawer.hidden = true;
    document.body.classList.remove('with-drawer');
    mark();
    if (link) link.focus();
  }

  // Where there is no room beside the list, a case is a page.
  document.addEventListener('htmx:confirm', (event) => {
    if (!event.detail.elt.matches('.case-link')) return;
    if (WIDE.matches) { opened = event.detail.elt.getAttribute('href'); return; }
    event.preventDefault();
    window.location.href = event.detail.elt.href;
  });
  document.addEventListener('htmx:afterSettle', () => {
    const now = document.getElementById('case');
    if (!now || now.dataset.seen) return;
    now.dataset.seen = 'true';
    if (drawer) {
      drawer.hidden = false;
      drawer.scrollTop = 0;
      document.body.classList.add('with-drawer');
    }
    mark();
    const next = document.getElementById('confirm') || now.querySelector('[aria-invalid="true"]')
      || now.querySelector('.form-problem') || document.getElementById('drawer-title');
    next.focus();
  });
  document.addEventListener('htmx:oobAfterSwap', mark);

  function move(by) {
    const all = links();
    const at = all.indexOf(document.activeElement);
    const from = at < 0 ? all.indexOf(linkOf(opened)) : at;
    const next = from < 0 ? 0 : Math.min(all.length - 1, Math.max(0, from + by));
    if (all[next]) all[next].focus();
  }

  function act() {
    const first = document.querySelector('.act summary');
    if (first) first.focus();
  }

  // Out of a field first, and what is typed stays; then out of the drawer.
  function escape(target) {
    const form = target.closest('.act');
    if (form && target.closest('input, select, textarea')) form.querySelector('summary').focus();
    else if (target.closest('input, select, textarea')) target.blur();
    else if (drawer && !drawer.hidden) close();
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.key === 'Escape') { escape(event.target); return; }
    if (event.target.closest('input, select, textarea')) return;
    const search = document.getElementById('case-search');
    if (event.key === 'j') move(1);
    else if (event.key === 'k') move(-1);
    else if (event.key === 'e') act();
    else if (event.key === '?') keys.showModal();
    else if (event.key === '/' && search) search.focus();
    else return;
    event.preventDefault();
  });

  if (drawer) document.getElementById('drawer-close').addEventListener('click', close);
  if (showKeys) showKeys.addEventListener('click', () => keys.showModal());
  keys.addEventListener('click', (event) => { if (event.target === keys) keys.close(); });
})();
