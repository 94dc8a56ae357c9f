/** Only a path on this console: `//host`, `/\host`, schemes and control characters fall back to the overview. */
export function safePath(candidate: string | null | undefined): string {
  const fallback = '/overview';
  if (!candidate?.startsWith('/') || /^\/[/\\]/.test(candidate) || /[\u0000-\u001f\\]/.test(candidate))
    return fallback;
  const url = new URL(candidate, 'https://console.invalid');
  if (url.origin !== 'https://console.invalid' || url.pathname === '/sign-in') return fallback;
  return url.pathname + url.search;
}
