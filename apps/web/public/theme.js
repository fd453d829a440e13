// Runs before the first paint (a file of its own: the content security policy allows no inline script).
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('kollab.theme');
  } catch (e) {
    // Storage may be switched off: then the system decides.
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-kern-theme', dark ? 'dark' : 'light');
})();
