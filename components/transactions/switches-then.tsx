'use client';
import clsx from 'clsx';
import { textOfSpendingPermission } from '@/lib/catalogues/spending-permissions';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { SwitchesReading, SwitchesThen as Then } from '@/lib/contracts/card-transactions';
import { formatDistance } from '@/lib/format/durations';
import { formatDetailTime } from '@/lib/format/times';

/** The card's switches around a decline, as far as they were read: Wise keeps no history of them. */
export function SwitchesThen({ then, at }: { then: Then; at: string }) {
  const timeZone = useTimeZone();
  const readings = [then.before, then.after].filter((one) => one !== null);
  const types = [...new Set(readings.flatMap(({ permissions }) => permissions.map(({ type }) => type)))];
  if (readings.length === 0)
    return (
      <p className="mt-3 text-ink-3">What the switches were then is not known: nobody had read them yet.</p>
    );
  return (
    <table className="data-table flush mt-3" aria-label="Switches around the decline">
      <thead>
        <tr>
          <th scope="col">Switch</th>
          {readings.map((one) => (
            <th key={one.readAt} scope="col">
              <time dateTime={one.readAt} title={formatDetailTime(one.readAt, timeZone)}>
                {wordsOfReading(one, at)}
              </time>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {types.map((type) => (
          <tr key={type}>
            <th scope="row" className="font-plain" title={type}>
              {textOfSpendingPermission(type).name}
            </th>
            {readings.map(({ permissions, readAt }) => {
              const word = stateOf(permissions.find((one) => one.type === type));
              return (
                <td key={readAt} className={clsx(word !== 'On' && 'font-label')}>
                  {word}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The newest moment on the decline's own side at which a reading is known to hold. */
function wordsOfReading({ confirmedAt, readAt }: SwitchesReading, at: string): string {
  const declined = Date.parse(at);
  if (Date.parse(readAt) > declined) return `Read ${formatDistance(Date.parse(readAt) - declined)} after`;
  if (Date.parse(confirmedAt) > declined) return 'Read the same before and after';
  return `Last read ${formatDistance(declined - Date.parse(confirmedAt))} before`;
}

function stateOf(one: SwitchesReading['permissions'][number] | undefined): string {
  if (!one) return 'No such switch';
  return one.isLocked ? 'Locked' : one.isEnabled ? 'On' : 'Off';
}
