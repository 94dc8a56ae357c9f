import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { errors } from '@/lib/catalogues/errors';
import { wordsOfNameCheck } from '@/lib/catalogues/name-checks';
import type { RowEdit } from '@/lib/client/batch-groups/row-edits';
import { acceptanceOfName, type BatchRow, type NameCheck as Check } from '@/lib/contracts/batch-rows';
import { formatCount } from '@/lib/format/counts';

interface NameChecksProps {
  row: BatchRow;
  mayEdit: boolean;
  onChange: (edit: RowEdit) => void;
}

/** What the bank said of name and account: a person accepts all of it, mends the row or leaves it out. */
export function NameChecks({ row, mayEdit, onChange }: NameChecksProps) {
  const { accepted, nameChecks, state } = row;
  if (nameChecks.length === 0) return null;
  const acceptances = nameChecks.map(acceptanceOfName);
  const isAccepted = acceptances.every((acceptance) => accepted.includes(acceptance));
  const given = nameChecks.find(({ providedName }) => providedName !== null)?.providedName;
  const title =
    nameChecks.length === 1 && nameChecks[0]
      ? wordsOfNameCheck(nameChecks[0])
      : `The bank’s answer leaves ${formatCount(nameChecks.length)} things open`;
  const answers = (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
      <dt className="text-ink-3">Given</dt>
      <dd className="font-strong wrap-anywhere">{given ?? row.cells.name ?? '–'}</dd>
      {nameChecks.map((check) => (
        <Answer key={acceptanceOfName(check)} check={check} />
      ))}
    </dl>
  );
  if (isAccepted || state !== 'held-back')
    return (
      <div className="grid gap-1">
        <p className="font-strong">{isAccepted ? 'What the bank said was accepted.' : `${title}.`}</p>
        {answers}
      </div>
    );
  const names = [...new Set(nameChecks.flatMap(({ resolvedName }) => resolvedName ?? []))];
  return (
    <Notice tone="warn" title={`${title}.`}>
      <div className="my-1.5">{answers}</div>
      <p>{errors.batch_name_differs.advice}</p>
      {mayEdit && (
        <div className="mt-1.5 flex flex-wrap gap-1.5">
          <Button size="xs" onClick={() => onChange({ accept: acceptances })}>
            {nameChecks.length === 1 ? 'Accept it as it is' : `Accept all ${formatCount(nameChecks.length)}`}
          </Button>
          {names
            .filter((name) => name !== row.cells.name)
            .map((name) => (
              <Button key={name} size="xs" onClick={() => onChange({ fields: { name } })}>
                Use the bank’s name{names.length > 1 && `, ${name}`}
              </Button>
            ))}
          <Button size="xs" variant="quiet" onClick={() => onChange({ leaveOut: true })}>
            Leave the row out
          </Button>
        </div>
      )}
    </Notice>
  );
}

function Answer({ check }: { check: Check }) {
  const { outcome, resolvedName, type } = check;
  return (
    <>
      <dt className="text-ink-3">At the bank</dt>
      <dd className="wrap-anywhere">
        {wordsOfNameCheck(check)}
        {resolvedName !== null && (
          <>
            : <span className="font-strong">{resolvedName}</span>
          </>
        )}{' '}
        <span className="code text-ink-3">
          {type} {outcome}
        </span>
      </dd>
    </>
  );
}
