// Runs before the first paint, so that a light-theme user never sees a dark flash. A file of its own
// because the page's Content-Security-Policy allows no inline script.
(function () {
  var stored = null;
  try {
    stored = localStorage.getItem('flavor-color-scheme');
  } catch {
    // Storage may be blocked; the default stays.
  }
  var scheme = stored === 'light' || stored === 'dark' ? stored : 'dark';
  if (stored === 'auto' && matchMedia('(prefers-color-scheme: light)').matches) scheme = 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
