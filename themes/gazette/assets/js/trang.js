// The small aids; each starts if the page has what it needs.
import { start as startNotices } from './qua-han.js';
import { start as startScrolling } from './bang-cuon.js';
import { start as startSorting } from './sap-xep.js';
import { start as startFilter } from './loc.js';

startNotices();
startScrolling();
startSorting();
startFilter();
