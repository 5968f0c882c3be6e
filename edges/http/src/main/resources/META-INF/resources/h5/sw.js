// Keeps the guidance for when there is no network. It is fetched as a stranger, so nothing of anybody is kept.
const KEPT = 'jingling-guide-1';
const PAGES = ['/h5/guide', '/h5/assets/h5.css', '/h5/assets/h5.js'];

addEventListener('install', event => {
  event.waitUntil(caches.open(KEPT).then(kept => Promise.all(
    PAGES.map(page => fetch(page, {credentials: 'omit'}).then(answer => kept.put(page, answer))))));
});
addEventListener('fetch', event => {
  const path = new URL(event.request.url).pathname;
  if (event.request.method === 'GET' && PAGES.includes(path)) {
    event.respondWith(fetch(event.request).catch(() => caches.match(path)));
  }
});
