let isLeaving = false;

/** From here on nothing else sends the browser away: the end of a session is heard several times, the first reason counts. */
export function beginLeaving(): boolean {
  if (isLeaving) return false;
  isLeaving = true;
  return true;
}

export const hasBegunLeaving = (): boolean => isLeaving;

/** A full load on purpose: nothing of one person's session stays in the page's memory for the next. */
export function leaveFor(path: string) {
  window.location.assign(path);
}
