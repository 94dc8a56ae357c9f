/** A choice: the back button undoes it. Next keeps `useSearchParams` in step with the history. */
export function pushUrl(href: string) {
  if (href !== window.location.pathname + window.location.search) window.history.pushState(null, '', href);
}

/** A keystroke: the back button skips it. */
export function replaceUrl(href: string) {
  window.history.replaceState(null, '', href);
}

/** `/cards?status=ACTIVE&status=FROZEN`; what is empty is left out. */
export function hrefOf(path: string, query: Record<string, string | readonly string[] | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    if (typeof value === 'string') search.set(name, value);
    else for (const one of value) search.append(name, one);
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
