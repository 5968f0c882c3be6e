// Without this the pages work; with it a report survives a lost network and a closed tab, and files are sent.
// What one person wrote is sent by nobody else who logs in on the same telephone.
const ME = document.body.dataset.me;
const KEPT = 'jingling-report ' + ME;
const DRAFT = 'jingling-draft ' + ME;
const DRAFT_DAYS = 7;

async function sendKept(say, refused) {
  const body = localStorage.getItem(KEPT);
  if (!body) return;
  let answer;
  try {
    answer = await fetch('/h5/report', {
      method: 'POST',
      body,
      headers: {'Content-Type': 'application/x-www-form-urlencoded'},
    });
  } catch {
    say('没有网络。内容已存在这部手机上,联网后自动提交,不会重复。');
    return;
  }
  if (answer.ok && /\/h5\/(cases|guard)\//.test(answer.url)) {
    localStorage.removeItem(KEPT);
    localStorage.removeItem(DRAFT);
    location.assign(answer.url);
  } else if (answer.status === 400) {
    localStorage.removeItem(KEPT);
    refused();
  } else {
    say('还没有提交成功,内容已存在这部手机上。请重新登录或稍后再打开本页,会自动提交,不会重复。');
  }
}

const form = document.getElementById('report');
const said = document.getElementById('sending') ?? document.getElementById('draft');
const say = text => {
  if (!said) return;
  said.hidden = false;
  said.textContent = text;
};
form?.addEventListener('submit', event => {
  event.preventDefault();
  localStorage.setItem(KEPT, new URLSearchParams(new FormData(form)).toString());
  say('正在提交…');
  sendKept(say, () => form.submit());
});
const refused = () => say('暂存的举报没有被接受,请重新填写。');
addEventListener('online', () => sendKept(say, refused));
if (!form && said) sendKept(say, refused);
document.querySelector('form[action="/h5/log-out"]')?.addEventListener('submit', () => {
  localStorage.removeItem(KEPT);
  localStorage.removeItem(DRAFT);
});

// A draft is all that the steps have so far; it goes once the report was taken, with its owner, or after a week.
const drafted = () => {
  const kept = JSON.parse(localStorage.getItem(DRAFT) ?? 'null');
  return kept && Date.now() - kept.since < DRAFT_DAYS * 86400000 ? new URLSearchParams(kept.fields) : null;
};
const fields = document.querySelector('form[data-draft]');
const restore = draft => {
  for (const field of fields.elements) {
    if (!field.name || (field.type === 'hidden' && field.name !== 'key') || field.tagName === 'BUTTON') continue;
    const values = draft.getAll(field.name);
    if (field.type === 'checkbox') field.checked = values.includes(field.value);
    else if (values.length) field.value = values[0];
  }
};
const keepDraft = () => {
  const now = new URLSearchParams(new FormData(fields));
  const before = drafted();
  if (before && before.get('key') === now.get('key')) {
    const mine = new Set([...fields.elements].map(field => field.name));
    for (const [name, value] of before) if (!mine.has(name)) now.append(name, value);
  }
  localStorage.setItem(DRAFT, JSON.stringify({since: Date.now(), fields: now.toString()}));
};
if (fields) {
  const draft = drafted();
  const first = fields.dataset.draft === 'first';
  const ward = fields.elements.ward?.value ?? '';
  if (draft && (first ? !fields.elements.number.value && (draft.get('ward') ?? '') === ward : draft.get('key') === fields.elements.key.value)) {
    restore(draft);
    if (first) document.getElementById('restored').hidden = false;
  }
  fields.addEventListener('input', keepDraft);
  fields.addEventListener('submit', event => {
    keepDraft();
    if (fields === form || navigator.onLine) return;
    event.preventDefault();
    const told = document.getElementById('unsent');
    told.hidden = false;
    told.textContent = '没有网络。已填的内容存在这部手机上,联网后再点一次;关掉页面也不会丢。';
  });
  if (!first) keepDraft();
}
if (document.getElementById('case-number')) localStorage.removeItem(DRAFT);
const going = document.getElementById('continue');
if (going) going.hidden = !drafted();

const file = document.getElementById('file');
const told = document.getElementById('file-said');
const answered = (text, good) => {
  told.textContent = text;
  told.classList.toggle('problem', !good);
  file.setAttribute('aria-invalid', String(!good));
};
file?.addEventListener('change', async () => {
  const one = file.files[0];
  if (!one) return;
  if (one.size > 20 * 1024 * 1024) {
    answered('文件太大:' + Math.ceil(one.size / 1048576) + ' MB,最多 20 MB。没有上传,举报本身不受影响。', false);
    return;
  }
  answered('正在上传…', true);
  try {
    const answer = await fetch(file.dataset.to + '?name=' + encodeURIComponent(one.name), {
      method: 'POST',
      body: one,
      headers: {'Content-Type': 'application/octet-stream'},
    });
    answered(await answer.text(), answer.ok);
    if (answer.ok) location.reload();
  } catch {
    answered('上传中断了,请再试一次。举报本身不受影响。', false);
  }
});

navigator.serviceWorker?.register('/h5/sw.js');
