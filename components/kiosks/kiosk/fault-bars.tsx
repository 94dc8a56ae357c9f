import { Section } from '@/components/ui/page';
import { UrlLink } from '@/components/ui/url-link';
import { faultPlaces } from '@/lib/catalogues/kiosk-errors/kiosk-error';
import { hrefOf } from '@/lib/client/url/write-url';
import type { KioskFigures } from '@/lib/contracts/kiosk-board';
import { placeWords } from '../fault-words';

interface FaultBarsProps {
  faults: KioskFigures['faults'];
  kioskId: string;
}

/** A table whose numbers are drawn as well; each opens its jobs. */
export function FaultBars({ faults, kioskId }: FaultBarsProps) {
  const most = Math.max(1, ...faults.map(({ count }) => count));
  return (
    <Section title="Faults, 30 days">
      {faults.length === 0 ? (
        <p className="text-ink-2">None.</p>
      ) : (
        <table className="w-full" aria-label="Faults by where they lie">
          <tbody>
            {faults.map(({ count, place }) => {
              const known = faultPlaces.find((one) => one === place) ?? 'unknown';
              return (
                <tr key={place}>
                  <th scope="row" className="py-1 pr-3 text-left font-normal whitespace-nowrap">
                    <UrlLink href={hrefOf(`/kiosks/${kioskId}`, { family: place })}>
                      {placeWords[known]}
                    </UrlLink>
                  </th>
                  <td className="w-full">
                    <span
                      aria-hidden="true"
                      className="block h-2.5 bg-accent"
                      style={{ width: `${(count / most) * 100}%` }}
                    />
                  </td>
                  <td className="pl-3 text-right tabular">{count}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Section>
  );
}
