// A region that scrolls must be reached by keyboard, one that doesn't only
// stands in the way. The page makes all of them stops; this takes back those
// that don't scroll.

export function start() {
  const regions = document.querySelectorAll('.table-scroll');
  if (!regions.length || !window.ResizeObserver) return;
  const watch = new ResizeObserver((entries) => entries.forEach(({ target }) => settle(target)));
  regions.forEach((region) => watch.observe(region));
}

function settle(region) {
  const scrolls = region.scrollWidth > region.clientWidth;
  if (scrolls) {
    region.tabIndex = 0;
    region.setAttribute('role', 'region');
  } else if (document.activeElement !== region) {
    region.removeAttribute('tabindex');
    region.setAttribute('role', 'presentation');
  }
}
