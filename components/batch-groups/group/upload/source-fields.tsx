'use client';
import { FileText } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { IncomingRows } from '@/lib/client/batch-groups/file-content';
import { formatCount } from '@/lib/format/counts';

interface SourceFieldsProps {
  source: IncomingRows | undefined;
  onFile: (file: File) => void;
  onText: (text: string) => void;
}

/** Which rows: a file that is chosen or dropped here, or text. */
export function SourceFields({ source, onFile, onText }: SourceFieldsProps) {
  const [isPasting, setPasting] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      className="grid gap-3 rounded-md border border-dashed border-line-control p-3"
    >
      {source && (
        <p className="flex items-center gap-2">
          <FileText />
          <span className="min-w-0 flex-1 truncate font-strong">{source.name}</span>
          <span className="text-meta text-ink-3 tabular">{sizeOf(source.bytes.length)}</span>
        </p>
      )}
      <Field
        label={source ? 'Another file' : 'File'}
        hint="CSV, 1,000 payments and 2 MB at most. Or drop it here."
      >
        {(parts) => (
          <input
            {...parts}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) onFile(file);
            }}
            className="w-full text-ink-2 file:mr-3 file:h-(--control-sm) file:rounded-md file:border file:border-line file:bg-surface file:px-2.5 file:font-control file:text-ink"
          />
        )}
      </Field>
      {isPasting ? (
        <Field label="Rows as text" hint="With their header line, as copied from a spreadsheet.">
          {(parts) => (
            <textarea
              {...parts}
              rows={5}
              spellCheck={false}
              onChange={({ target }) => onText(target.value)}
              className="code w-full rounded-md border border-line-control bg-surface p-2 text-ink"
            />
          )}
        </Field>
      ) : (
        <Button size="sm" variant="quiet" className="justify-self-start" onClick={() => setPasting(true)}>
          Paste rows as text
        </Button>
      )}
    </div>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 ? `${bytes} bytes` : `${formatCount(Math.round(bytes / 1024))} kB`;
