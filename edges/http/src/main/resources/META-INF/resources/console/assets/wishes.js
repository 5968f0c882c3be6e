// The wishes editor: rows that come and go, whole groups at once, and a word before leaving unsaved.
(function () {
  const page = document.querySelector('.wishes');
  let last = Date.now() % 100000;
  let unsaved = false;

  const form = () => document.getElementById('settings');

  function mark(now) {
    unsaved = now;
    form().toggleAttribute('data-unsaved', now);
  }

  function rows() {
    form().querySelectorAll('[data-rows]').forEach((box) => {
      const count = box.querySelectorAll(':scope > .row-edit').length;
      box.querySelector('.rows-empty').hidden = count > 0;
      const add = form().querySelector('[data-add="' + box.dataset.rows + '"]');
      if (add) add.disabled = count >= Number(box.dataset.max);
    });
  }

  function add(kind) {
    const box = form().querySelector('[data-rows="' + kind + '"]');
    const row = box.querySelector('template').content.firstElementChild.cloneNode(true);
    last += 1;
    const key = 'n' + last;
    [row, ...row.querySelectorAll('*')].forEach((part) => [...part.attributes].forEach((attribute) => {
      if (/(^|-)n0(-|$)/.test(attribute.value)) part.setAttribute(attribute.name, attribute.value.replace('n0', key));
    }));
    box.insertBefore(row, box.querySelector('.rows-empty'));
    rows();
    row.querySelector('input:not([type=hidden])').focus();
    mark(true);
  }

  page.addEventListener('click', (event) => {
    const adder = event.target.closest('[data-add]');
    if (adder) add(adder.dataset.add);
    const remover = event.target.closest('[data-remove]');
    if (remover) {
      const box = remover.closest('[data-rows]');
      remover.closest('.row-edit').remove();
      rows();
      mark(true);
      form().querySelector('[data-add="' + box.dataset.rows + '"]').focus();
    }
    if (event.target.closest('[data-discard]')) unsaved = false;
  });

  page.addEventListener('change', (event) => {
    if (!event.target.closest('#settings')) return;
    if (event.target.matches('[data-all]') && event.target.value !== '-') {
      event.target.closest('.group').querySelectorAll('input[type=radio]').forEach((radio) => {
        radio.checked = radio.value === event.target.value;
      });
      event.target.value = '-';
    }
    mark(true);
  });
  page.addEventListener('input', (event) => {
    if (event.target.closest('#settings')) mark(true);
    if (!event.target.matches('[data-filter]')) return;
    const wanted = event.target.value.trim();
    event.target.closest('.list').querySelectorAll('.entries li').forEach((entry) => {
      entry.hidden = wanted !== '' && !entry.textContent.includes(wanted);
    });
  });

  document.addEventListener('htmx:afterSwap', () => {
    if (!form()) return;
    unsaved = form().hasAttribute('data-unsaved');
    rows();
  });
  // A swap of another card must not make typed settings look saved.
  window.addEventListener('beforeunload', (event) => { if (unsaved) event.preventDefault(); });
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.detail.requestConfig.path.endsWith('/undo')) unsaved = false;
  });
  rows();
})();
