'use client';
import { useEffect, useLayoutEffect, useRef } from 'react';

/** `/`, `?`, `j`, `Enter`, or two in a row: `g c`. */
export type KeyMap = Record<string, (event: KeyboardEvent) => void>;

const togetherMs = 1200;
let prefix: { key: string; at: number } | undefined;

/** Single keys are dead in fields, below dialogs, menus and the cover, with a modifier held, and when the person has switched them off. */
function isDead(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const { keys, covered } = document.documentElement.dataset;
  if (keys === 'off' || covered !== undefined) return true;
  if (isPressOf(event.key, event.target)) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]'))
    return true;
  return document.querySelector('[role=dialog], [role=menu]') !== null;
}

/** What the browser presses, opens or ticks with Space and Enter by itself. */
const pressable =
  'button, summary, input, label, [role=button], [role=checkbox], [role=radio], [role=switch], [role=tab]';
const pressing: readonly string[] = [' ', 'Enter'];

/** Space on a button presses that button, Enter on a link follows it: a key of the page stands back. */
function isPressOf(key: string, target: EventTarget | null): boolean {
  if (!pressing.includes(key) || !(target instanceof Element)) return false;
  return target.closest(key === 'Enter' ? `${pressable}, a[href]` : pressable) !== null;
}

const nameOf = (event: KeyboardEvent) => (event.key.length === 1 ? event.key.toLowerCase() : event.key);

/** Listens on the whole page while mounted. */
export function useKeys(keys: KeyMap) {
  const latest = useRef(keys);
  // With what is drawn: a key that is pressed at once is meant for what the person sees.
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isDead(event)) return;
      const name = nameOf(event);
      const isSecond = prefix !== undefined && event.timeStamp - prefix.at < togetherMs;
      const act = latest.current[isSecond ? `${prefix?.key} ${name}` : name];
      if (act) {
        event.preventDefault();
        prefix = undefined;
        act(event);
      } else if (Object.keys(latest.current).some((key) => key.startsWith(`${name} `))) {
        prefix = { key: name, at: event.timeStamp };
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
