'use client';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { useSession } from '@/lib/client/session/session-provider';
import { navItemsFor } from './nav-items';

interface Row {
  keys: string[];
  does: string;
}

const everywhere: Row[] = [
  { keys: ['/'], does: 'Search' },
  { keys: ['['], does: 'Narrow or widen the rail' },
  { keys: ['Esc'], does: 'Back one layer' },
  { keys: ['?'], does: 'This list' },
];
const inLists: Row[] = [
  { keys: ['J', 'K'], does: 'Next row, row before' },
  { keys: ['Enter'], does: 'Open the row' },
  { keys: ['E'], does: 'Export' },
];
const onCards: Row[] = [
  { keys: ['F'], does: 'Freeze or unfreeze, asks first' },
  { keys: ['H'], does: 'Hold, or lift your hold, asks first' },
  { keys: ['P'], does: 'Spending permissions' },
  { keys: ['T'], does: 'Timeline' },
];

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const places = navItemsFor(useSession()).flatMap(({ key, label }) =>
    key ? [{ keys: ['G', key.toUpperCase()], does: label }] : [],
  );
  return (
    <Dialog
      title="Keys"
      description="Dead while you write in a field. You can switch them off in your account menu."
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <Rows head="Everywhere" rows={[...everywhere, ...places]} />
      <Rows head="In lists" rows={inLists} />
      <Rows head="On a card" rows={onCards} />
    </Dialog>
  );
}

function Rows({ head, rows }: { head: string; rows: Row[] }) {
  return (
    <section>
      <h3 className="mb-1">{head}</h3>
      <dl className="grid gap-1">
        {rows.map(({ keys, does }) => (
          <div key={does} className="flex items-center justify-between gap-4">
            <dt className="text-ink-2">{does}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
