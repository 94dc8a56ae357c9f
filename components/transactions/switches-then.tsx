'use client';
import clsx from 'clsx';
import { spendingPermissionTypes, textOfSpendingPermission } from '@/lib/catalogues/spending-permissions';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { SwitchesReading, SwitchesThen as Then } from '@/lib/contracts/card-transactions';
import { formatDistance } from '@/lib/format/durations';
import { formatDetailTime } from '@/lib/format/times';

/** The card's switches around a decline, as far as they were read: Wise keeps no history of them. */
export function SwitchesThen({ then, at }: { then: Then; at: string }) {
  const timeZone = useTimeZone();
  const readings = [then.before, then.after].filter((one) => one !== null);
  if (readings.length === 0)
    return (
      <p className="mt-3 text-ink-3">What the switches were then is not known: nobody had read them yet.</p>
    );
  return (
    <div className="mt-4 max-w-[560px]">
      <h3>The switches then</h3>
      <table role="table" className="data-table flush" aria-label="The switches then">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Switch
            </th>
            {readings.map((one) => (
              <th key={one.readAt} role="columnheader" scope="col">
                <time dateTime={one.readAt} title={formatDetailTime(one.readAt, timeZone)}>
                  {wordsOfReading(one, at)}
                </time>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {typesOf(readings).map((type) => (
            <tr key={type} role="row">
              <td role="cell" title={type}>
                {textOfSpendingPermission(type).name}
              </td>
              {readings.map(({ permissions, readAt }) => {
                const word = stateOf(permissions.find((one) => one.type === type));
                return (
                  <td key={readAt} role="cell" className={clsx(word !== 'On' && 'key')}>
                    {word}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** In the order in which the card's page shows them; what nobody knows yet comes last. */
function typesOf(readings: readonly SwitchesReading[]): string[] {
  const read = new Set(readings.flatMap(({ permissions }) => permissions.map(({ type }) => type)));
  const known: string[] = spendingPermissionTypes.filter((type) => read.has(type));
  return [...known, ...[...read].filter((type) => !known.includes(type))];
}

/** The newest moment on the decline's own side at which a reading is known to hold. */
function wordsOfReading({ confirmedAt, readAt }: SwitchesReading, at: string): string {
  const declined = Date.parse(at);
  if (Date.parse(readAt) > declined) return `Read ${formatDistance(Date.parse(readAt) - declined)} after it`;
  if (Date.parse(confirmedAt) > declined) return 'Read the same before and after';
  return `Last read ${formatDistance(declined - Date.parse(confirmedAt))} before it`;
}

function stateOf(one: SwitchesReading['permissions'][number] | undefined): string {
  if (!one) return 'No such switch';
  return one.isLocked ? 'Locked' : one.isEnabled ? 'On' : 'Off';
}
