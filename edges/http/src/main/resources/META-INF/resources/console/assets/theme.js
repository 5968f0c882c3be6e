// Follows the system's light or dark; runs before the page is painted, so that nothing flashes.
(function () {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => document.documentElement.setAttribute('data-bs-theme', dark.matches ? 'dark' : 'light');
  follow();
  dark.addEventListener('change', () => {
    follow();
    document.dispatchEvent(new Event('theme'));
  });
})();
