// Loads classic scripts by an element: unlike modules and fetch this works
// from a disk too.

/** @returns {Promise<void>} when the script has run; fails when it can't be had */
export function loadScript(address) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = address;
    element.onload = () => { element.remove(); resolve(); };
    element.onerror = () => { element.remove(); reject(new Error(address)); };
    document.head.append(element);
  });
}
