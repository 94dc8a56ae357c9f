'use client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { labelOfBatchField } from '@/lib/catalogues/batch-columns';
import type { KeptEdit, RowDrafts, RowEdits } from '@/lib/client/batch-groups/row-edits';
import { countOf } from '@/lib/format/counts';

/** Above the rows, wherever in them they are: what was changed and not saved. */
export function KeptEdits({ drafts, onShow }: { drafts: RowDrafts; onShow: (rowNumber: number) => void }) {
  const kept = [...drafts].filter(([, draft]) => draft.kept).map(([rowNumber]) => rowNumber);
  const [first] = kept.sort((one, other) => one - other);
  if (first === undefined) return null;
  return (
    <Notice
      tone="bad"
      title={`${countOf(kept.length, 'change was', 'changes were')} not saved.`}
      className="mx-(--gutter) my-2 flex-none"
      action={
        <Button size="sm" onClick={() => onShow(first)}>
          Show row {first}
        </Button>
      }
    >
      What you changed is kept here until you use it again or let it go.
    </Notice>
  );
}

interface KeptEditNoticeProps {
  kept: KeptEdit;
  rowNumber: number;
  edits: RowEdits;
  mayUse: boolean;
}

export function KeptEditNotice({ kept, rowNumber, edits, mayUse }: KeptEditNoticeProps) {
  const { edit, error, isOvertaken } = kept;
  return (
    <Notice
      tone={error.problem.certain === 'unknown' ? 'warn' : 'bad'}
      title={isOvertaken ? 'Somebody else changed this row meanwhile.' : `Not saved: ${error.problem.title}.`}
    >
      <p>
        {isOvertaken
          ? 'The row shows what they made of it.'
          : `${error.problem.detail} ${error.problem.advice}`}
      </p>
      <ul className="my-1">
        {Object.entries(edit.fields ?? {}).map(([field, value]) => (
          <li key={field}>
            You typed “{value}” as {labelOfBatchField(field)}.
          </li>
        ))}
        {edit.leaveOut !== undefined && (
          <li>{edit.leaveOut ? 'You left the row out.' : 'You took the row in again.'}</li>
        )}
        {edit.accept && <li>You accepted what is in doubt.</li>}
      </ul>
      <div className="flex flex-wrap gap-1.5">
        {mayUse && (
          <Button size="xs" onClick={() => edits.useKept(rowNumber)}>
            Use it on the row as it is now
          </Button>
        )}
        <Button size="xs" variant="quiet" onClick={() => edits.forgetKept(rowNumber)}>
          Let it go
        </Button>
      </div>
    </Notice>
  );
}
