import clsx from 'clsx';
import type { PlasticDay } from '@/lib/contracts/plastic';
import { known, signed } from './words';

/** The sum as it is done on paper: what must be there, what was counted, what is off. */
export function Balance({ day }: { day: PlasticDay }) {
  const { carried, countedAtOpen, countedAtClose, differenceAtOpen, differenceAtClose } = day;
  const opening =
    countedAtOpen === null && carried !== null ? `${carried}, not counted yet` : known(countedAtOpen);
  return (
    <dl className="grid max-w-[460px] grid-cols-[minmax(0,1fr)_auto] gap-x-4 tabular">
      <Line name="Counted at opening" value={opening} isStrong />
      {differenceAtOpen !== null && differenceAtOpen !== 0 && (
        <Line name={`The day before left ${carried}`} value={`${signed(differenceAtOpen)} overnight`} isOff />
      )}
      <Line name="Blanks in" value={signed(day.blanksIn)} />
      <Line name="Produced, by the print jobs" value={signed(-day.produced)} />
      <Line name="Spoiled" value={signed(-day.spoiled)} />
      {day.correction !== 0 && <Line name="Corrections" value={signed(day.correction)} />}
      <Line
        name="Must be there at closing"
        value={day.expected === null ? 'known once opening is counted' : known(day.expected)}
        isStrong
      />
      <Line name="Counted at closing" value={known(countedAtClose)} isStrong />
      {differenceAtClose !== null && (
        <Line
          name="Difference"
          value={differenceAtClose === 0 ? 'none' : signed(differenceAtClose)}
          isStrong
          isOff={differenceAtClose !== 0}
        />
      )}
    </dl>
  );
}

interface LineProps {
  name: string;
  value: string;
  isStrong?: boolean;
  isOff?: boolean;
}

function Line({ name, value, isStrong = false, isOff = false }: LineProps) {
  return (
    <div className="col-span-2 grid min-h-7 grid-cols-subgrid items-center border-t border-line-soft first:border-t-0">
      <dt className={clsx(isOff ? 'text-bad' : 'text-ink-2')}>{name}</dt>
      <dd className={clsx('text-right', isStrong && 'font-head', isOff && 'text-bad')}>{value}</dd>
    </div>
  );
}
