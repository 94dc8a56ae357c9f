'use client';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type BatchGroupDetail, type BatchGroupPath, getBatchGroup } from '../../contracts/batch-groups.ts';
import { changeBatchRows, listBatchRows } from '../../contracts/batch-rows.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { batchKeys } from './keys.ts';
import { type KnownRows, mergeRows } from './merge-rows.ts';
import { type RowDrafts, RowEdits } from './row-edits.ts';

function makeEdits(client: QueryClient, path: BatchGroupPath): RowEdits {
  const oneKey = batchKeys.one(path.batchGroupId);
  const rowsKey = batchKeys.rows(path.batchGroupId);
  /** A reading that began before a change must not take it back. */
  const stopReading = () =>
    Promise.all([client.cancelQueries({ queryKey: oneKey }), client.cancelQueries({ queryKey: rowsKey })]);
  return new RowEdits({
    rowOf: (wanted) =>
      client.getQueryData<KnownRows>(rowsKey)?.items.find(({ rowNumber }) => rowNumber === wanted),
    // Not by the page's own readings: events begin those anew while rows are being sent.
    readAgain: async () => {
      const known = client.getQueryData<KnownRows>(rowsKey);
      const [group, read] = await Promise.all([
        callEndpoint(getBatchGroup, { params: path }),
        callEndpoint(listBatchRows, { params: path, query: known ? { since: known.asOf } : {} }),
      ]);
      await stopReading();
      client.setQueryData(oneKey, group);
      client.setQueryData<KnownRows>(
        rowsKey,
        (now) => now && { ...now, items: mergeRows(now.items, read.items) },
      );
    },
    send: async (rows) => {
      const version = client.getQueryData<BatchGroupDetail>(oneKey)?.version ?? 0;
      const reply = await callEndpoint(changeBatchRows, { params: path, body: { version, rows } });
      await stopReading();
      client.setQueryData(oneKey, reply.group);
      client.setQueryData<KnownRows>(
        rowsKey,
        (known) => known && { ...known, items: mergeRows(known.items, reply.rows) },
      );
      void client.invalidateQueries({ queryKey: batchKeys.lists });
    },
  });
}

const noDrafts: RowDrafts = new Map();

export interface RowEditing {
  edits: RowEdits;
  drafts: RowDrafts;
  /** Nothing that was changed is on its way. */
  isSaved: boolean;
}

/** The edits of one group's rows; they live as long as the page, and the browser asks before it leaves with one unsaved. */
export function useRowEdits(path: BatchGroupPath): RowEditing {
  const client = useQueryClient();
  const [edits] = useState(() => makeEdits(client, path));
  const drafts = useSyncExternalStore(edits.subscribe, edits.read, () => noDrafts);
  const { isSaved } = edits;
  useEffect(() => {
    if (isSaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isSaved]);
  return { edits, drafts, isSaved };
}
