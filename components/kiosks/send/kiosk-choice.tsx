import { StatusMark } from '@/components/ui/status';
import { kioskHealthLooks } from '@/lib/catalogues/kiosk-health';
import type { BoardKiosk } from '@/lib/contracts/kiosk-board';
import { countOf } from '@/lib/format/counts';

interface KioskChoiceProps {
  kiosks: readonly BoardKiosk[];
  bestKioskId: string | null;
  chosen: string;
  error: string | undefined;
  onChoose: (kioskId: string) => void;
}

/** Every kiosk of the branch with how it does; one out of use cannot be chosen. */
export function KioskChoice({ kiosks, bestKioskId, chosen, error, onChoose }: KioskChoiceProps) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-label">Kiosk</legend>
      {kiosks.map(({ health, id, inHand, isActive, place }) => (
        <label
          key={id}
          className="flex min-h-9 flex-wrap items-center gap-x-2.5 rounded-md border border-line-soft px-2.5 py-1.5 has-checked:bg-selected"
        >
          <input
            type="radio"
            name="kiosk"
            value={id}
            checked={chosen === id}
            disabled={!isActive}
            onChange={() => onChoose(id)}
          />
          <span className="min-w-[170px] flex-1">
            <span className="font-label">{place}</span> <span className="code text-ink-3">{id}</span>
            <span className="block text-meta text-ink-3">
              {[
                id === bestKioskId && 'prints it soonest',
                inHand.length > 0 && countOf(inHand.length, 'card in hand', 'cards in hand'),
                health.state !== 'good' && health.because,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <span className="ml-auto">
            <StatusMark look={kioskHealthLooks[health.state]} />
          </span>
        </label>
      ))}
      {error !== undefined && <p className="text-meta text-bad">{error}</p>}
    </fieldset>
  );
}
