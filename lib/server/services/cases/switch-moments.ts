import 'server-only';
import type { CardMoment } from '../../../contracts/cases.ts';
import type { CardEvent } from '../../../contracts/cards.ts';
import type { SwitchesReading } from '../../../contracts/card-transactions.ts';

type SwitchesMoment = Extract<CardMoment, { kind: 'switches' }>;
type Act = Pick<CardEvent, 'actor' | 'at' | 'changes' | 'kind' | 'outcome'>;

/**
 * What readings of a card's switches tell of their way: the last one before the payment and the first one after it as they
 * were, and of the others those that found something changed, with who changed it here. Wise tells of no change, so what
 * nobody here did was done elsewhere, some time since the reading before.
 * @param readings in the order of time
 */
export function momentsOfReadings(
  readings: readonly SwitchesReading[],
  declinedAt: Date,
  acts: readonly Act[],
): SwitchesMoment[] {
  const isBefore = ({ readAt }: SwitchesReading) => Date.parse(readAt) <= declinedAt.getTime();
  const last = readings.findLast(isBefore);
  const first = readings.find((one) => !isBefore(one));
  return readings.flatMap((one, index) => {
    const before = readings[index - 1];
    const changed = before ? changesBetween(before, one, acts) : [];
    if (one !== last && one !== first && changed.length === 0) return [];
    return [
      {
        kind: 'switches' as const,
        id: `read ${one.readAt}`,
        at: one.readAt,
        confirmedAt: one.confirmedAt,
        place: one === last ? 'before' : one === first ? 'after' : 'apart',
        permissions: one.permissions,
        changed,
      },
    ];
  });
}

function changesBetween(
  before: SwitchesReading,
  after: SwitchesReading,
  acts: readonly Act[],
): SwitchesMoment['changed'] {
  const since = Date.parse(before.confirmedAt);
  const until = Date.parse(after.readAt);
  return after.permissions.flatMap(({ isEnabled, isLocked, type }) => {
    const was = before.permissions.find((one) => one.type === type);
    if (!was || (was.isEnabled === isEnabled && was.isLocked === isLocked)) return [];
    const act = acts.find(
      ({ at, changes, kind, outcome }) =>
        kind === 'spending-permissions' &&
        outcome !== 'failed' &&
        Date.parse(at) >= since &&
        Date.parse(at) <= until &&
        changes.some((change) => change.type === type && change.isEnabled === isEnabled),
    );
    return [{ type, isEnabled, isLocked, isHere: act !== undefined, by: act?.actor ?? null }];
  });
}
