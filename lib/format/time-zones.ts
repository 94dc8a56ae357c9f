/** Whether times can be told in it. An offset like +01:00 has no name and no summer. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return /^[A-Z]/.test(name);
  } catch {
    return false;
  }
}
