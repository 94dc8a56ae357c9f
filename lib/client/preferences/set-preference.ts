import type { Preferences } from './preferences.ts';

const cookieNames = {
  theme: 'theme',
  density: 'density',
  rail: 'rail',
  keys: 'keys',
  timeZone: 'time-zone',
} as const satisfies Record<keyof Preferences, string>;

/** Keeps one preference in this browser for a year and, where the page shows it by an attribute, shows it at once. */
export function setPreference<K extends keyof Preferences>(name: K, value: NonNullable<Preferences[K]>) {
  document.cookie = `${cookieNames[name]}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
  if (name !== 'timeZone') {
    document.documentElement.dataset[name] = value;
  }
}
