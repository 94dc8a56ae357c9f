/** A full load on purpose: nothing of one person's session stays in the page's memory for the next. */
export function leaveFor(path: string) {
  window.location.assign(path);
}
