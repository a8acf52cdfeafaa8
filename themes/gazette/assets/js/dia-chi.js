// What a page shows, kept in its address.

/** Reads one value of the address. */
export const asked = (name) => new URLSearchParams(location.search).get(name) || '';

/**
 * Writes values into the address; empty ones are left out.
 * @param step whether the way back leads to what was there before
 */
export function remember(values, step) {
  const query = withValues(location.search, values);
  if (query === location.search) return;
  try {
    history[step ? 'pushState' : 'replaceState'](null, '', query || location.pathname);
  } catch (refused) { // some browsers keep no addresses for files from a disk
  }
}

/** A query with values set, or taken out where they are empty. */
export function withValues(query, values) {
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(values)) {
    if (value) all.set(name, value);
    else all.delete(name);
  }
  const text = all.toString();
  return text && `?${text}`;
}
