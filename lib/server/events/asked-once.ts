import 'server-only';
import type { ConsoleEvent } from '../../contracts/events.ts';

const answers = new WeakMap<ConsoleEvent, Map<string, Promise<boolean>>>();

/**
 * Asks the store once per event and branches, however many open streams are of people of these branches.
 * @param event the very object that the hub hands to all of them
 */
export function askedOnce(
  event: ConsoleEvent,
  branchIds: readonly string[],
  ask: () => Promise<boolean>,
): Promise<boolean> {
  const known = answers.get(event) ?? new Map<string, Promise<boolean>>();
  answers.set(event, known);
  const who = JSON.stringify(branchIds.toSorted());
  const answer = known.get(who) ?? ask();
  known.set(who, answer);
  return answer;
}
