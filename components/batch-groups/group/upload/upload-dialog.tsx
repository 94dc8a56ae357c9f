'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type IncomingRows, readFile, readPasted, toBase64 } from '@/lib/client/batch-groups/file-content';
import { useAddBatchRows } from '@/lib/client/batch-groups/mutations';
import { countOfState, totalRows } from '@/lib/client/batch-groups/rows-view';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import { countOf } from '@/lib/format/counts';
import { faultOfMapping, MappingTable } from './mapping-table';
import { SourceFields } from './source-fields';
import { type Arrival, readArrival } from './use-incoming';

interface UploadDialogProps {
  arrival: Arrival;
  group: BatchGroupDetail;
  path: BatchGroupPath;
  onClose: () => void;
}

/** From a file to rows: which file, whether others make place for it, and where in doubt what each column holds. */
export function UploadDialog({ arrival, group, path, onClose }: UploadDialogProps) {
  const adding = useAddBatchRows(path);
  const [{ source, error: unread }, setSource] = useState(arrival);
  const [replaces, setReplaces] = useState(false);
  const [mapping, setMapping] = useState<readonly (string | null)[]>();
  const [isTried, setTried] = useState(false);
  const unsent = totalRows(group.rows) - sentRows(group);
  const question = adding.data?.kind === 'needs-mapping' ? adding.data : undefined;
  const columns = question && (mapping ?? question.suggestion);
  const fault = columns && faultOfMapping(columns);

  const take = (read: () => IncomingRows | Promise<IncomingRows>) => {
    adding.reset();
    setMapping(undefined);
    void readArrival(read).then(setSource);
  };
  const send = () => {
    setTried(true);
    if (!source || adding.isPending || fault !== undefined) return;
    adding.mutate(
      {
        version: group.version,
        content: toBase64(source.bytes),
        replaces,
        ...(columns && { mapping: [...columns] }),
      },
      { onSuccess: (reply) => reply.kind === 'added' && onClose() },
    );
  };
  const error = unread ?? adding.error;
  return (
    <Dialog
      width="wide"
      title={question ? 'What does each column hold?' : 'Add rows'}
      description={
        <p>
          {question
            ? 'The header leaves a doubt. The answer is kept for files with the same header.'
            : 'A CSV file with a header line and a row for each payment. Every row is checked; nothing is sent.'}
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={adding.isPending}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            busy={adding.isPending}
            notNow={source ? undefined : 'Choose a file or paste rows first.'}
          >
            {adding.isPending ? 'Checking the rows' : replaces ? 'Replace the rows' : 'Add the rows'}
          </Button>
        </>
      }
    >
      {question && columns ? (
        <MappingTable
          question={question}
          mapping={columns}
          fault={isTried ? fault : undefined}
          onChange={setMapping}
        />
      ) : (
        <SourceFields
          source={source}
          onFile={(file) => take(() => readFile(file))}
          onText={(text) => take(() => readPasted(text))}
        />
      )}
      {!question && unsent > 0 && (
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-label">The group has {countOf(totalRows(group.rows), 'row')}</legend>
          <Choice
            label="Add to the rows"
            hint="A row that was downloaded to be mended takes its own place again."
            isOn={!replaces}
            onChoose={() => setReplaces(false)}
          />
          <Choice
            label="Replace all rows that were not sent"
            hint={`${countOf(unsent, 'row is', 'rows are')} thrown away, with what was mended in them.`}
            isOn={replaces}
            onChoose={() => setReplaces(true)}
          />
        </fieldset>
      )}
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}

/** In the group, or on the way there. */
const sentRows = ({ rows }: BatchGroupDetail): number =>
  countOfState(rows, 'in-group') + countOfState(rows, 'sending') + countOfState(rows, 'asking-wise');

interface ChoiceProps {
  label: string;
  hint: string;
  isOn: boolean;
  onChoose: () => void;
}

function Choice({ label, hint, isOn, onChoose }: ChoiceProps) {
  return (
    <label className="flex min-h-6 cursor-pointer items-start gap-2.5">
      <input
        type="radio"
        name="replaces"
        checked={isOn}
        onChange={onChoose}
        className="mt-[3px] size-4 flex-none accent-accent"
      />
      <span>
        {label}
        <span className="block text-meta text-ink-3">{hint}</span>
      </span>
    </label>
  );
}
