// Without this the pages work; with it a report survives a lost network, and files are sent.
// What one person wrote is sent by nobody else who logs in on the same telephone.
const KEPT = 'jingling-report ' + document.body.dataset.me;

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
document.querySelector('form[action="/h5/log-out"]')?.addEventListener('submit', () => localStorage.removeItem(KEPT));

const file = document.getElementById('file');
file?.addEventListener('change', async () => {
  const told = document.getElementById('file-said');
  const one = file.files[0];
  if (!one) return;
  if (one.size > 20 * 1024 * 1024) {
    told.textContent = '文件太大:最多 20 MB。';
    return;
  }
  told.textContent = '正在上传…';
  try {
    const answer = await fetch(file.dataset.to + '?name=' + encodeURIComponent(one.name), {
      method: 'POST',
      body: one,
      headers: {'Content-Type': 'application/octet-stream'},
    });
    told.textContent = await answer.text();
    if (answer.ok) location.reload();
  } catch {
    told.textContent = '上传中断了,请再试一次。';
  }
});

navigator.serviceWorker?.register('/h5/sw.js');
