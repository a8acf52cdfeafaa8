// What every page loads. Small aids start here if the page has what they need;
// the two large ones are fetched when a reader comes near what they are for.
import { start as startNotices } from './qua-han.js';
import { start as startScrolling } from './bang-cuon.js';
import { start as startSorting } from './sap-xep.js';
import { start as startFilter } from './loc.js';
import { loadScript } from './nap.js';

const script = document.currentScript;

/** Loads a script that lies beside this one, by the name that the page gives. */
const fetchAid = (name) => name && loadScript(new URL(name, script.src).href).catch(() => {}); // an aid: the page is whole without

function near(element, act) {
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    act();
  }, { rootMargin: '200px' });
  watch.observe(element);
}

startNotices();
startScrolling();
startSorting();
startFilter();
const { hinh, timKiem } = script.dataset;
if (document.querySelector('form[data-search]')) fetchAid(timKiem);
let fetched;
document.querySelectorAll('.figure .drawing').forEach((drawing) => near(drawing, () => {
  fetched = fetched || fetchAid(hinh);
}));
