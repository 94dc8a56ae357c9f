import { isTimeZone } from '../../format/time-zones.ts';

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];
export const densities = ['normal', 'tight'] as const;
export type Density = (typeof densities)[number];
export const rails = ['words', 'icons'] as const;
export type Rail = (typeof rails)[number];

export interface Preferences {
  theme: Theme;
  density: Density;
  rail: Rail;
  /** Undefined until this browser has told its own zone. */
  timeZone: string | undefined;
  /** Single keys (`/`, `J`, `G` then `C`, …). */
  keys: 'on' | 'off';
}

const oneOf = <T extends string>(values: readonly T[], value: string | undefined, fallback: T): T =>
  values.find((known) => known === value) ?? fallback;

/** Cookies are outside data: whatever does not fit falls back. */
export function parsePreferences(read: (name: string) => string | undefined): Preferences {
  const timeZone = read('time-zone');
  return {
    theme: oneOf(themes, read('theme'), 'system'),
    density: oneOf(densities, read('density'), 'normal'),
    rail: oneOf(rails, read('rail'), 'words'),
    keys: oneOf(['on', 'off'], read('keys'), 'on'),
    timeZone: timeZone && isTimeZone(timeZone) ? timeZone : undefined,
  };
}
