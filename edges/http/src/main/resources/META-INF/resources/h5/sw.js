// Keeps the guidance for when there is no network. It is fetched as a stranger, so nothing of anybody is kept.
const KEPT = 'jingling-guide-2';
const PAGES = ['/h5/guide', '/h5/assets/h5.css', '/h5/assets/h5.js'];

const keep = page => fetch(page, {credentials: 'omit'})
  .then(answer => answer.ok ? caches.open(KEPT).then(kept => kept.put(page, answer)) : undefined);

addEventListener('install', event => event.waitUntil(Promise.all(PAGES.map(keep)).then(() => skipWaiting())));
addEventListener('activate', event => event.waitUntil(caches.keys()
  .then(names => Promise.all(names.filter(name => name !== KEPT).map(name => caches.delete(name))))
  .then(() => clients.claim())));
addEventListener('fetch', event => {
  const path = new URL(event.request.url).pathname;
  if (event.request.method !== 'GET' || !PAGES.includes(path)) return;
  event.respondWith(fetch(event.request).catch(() => caches.match(path)));
  // What was learned since is kept for the next time without a network.
  if (path === PAGES[0]) event.waitUntil(keep(path).catch(() => {}));
});
