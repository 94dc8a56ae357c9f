import type { Endpoint, EndpointTypes } from '../contracts/define-endpoint.ts';
import { urlOf } from '../contracts/url-of.ts';
import { parseJson } from '../format/json.ts';
import { cutOff, errorFromAnswer, noAnswer } from './api-error.ts';
import { countRows } from './count-rows.ts';
import { endSession } from './session/session-end.ts';

/** Somebody who looks on while a file comes in, and can have it stopped. */
export interface DownloadWatch {
  signal: AbortSignal;
  /** Of a CSV; told ten times a second at most. */
  onRows?(soFar: RowsSoFar): void;
}

/** How many rows of a CSV are there, and how many it will have where the console knows. */
export interface RowsSoFar {
  rows: number;
  of: number | undefined;
}

/**
 * Fetches a file and hands it to the browser to keep.
 * @throws ApiError as every other call does, so that a refusal is read on the page and not in the file; what breaks off
 *   midway or is stopped is not kept
 */
export async function downloadFile<T extends EndpointTypes & { query: Record<string, unknown> }>(
  endpoint: Endpoint<'GET', T>,
  query: T['query'],
  { params = {}, watch }: { params?: Record<string, string>; watch?: DownloadWatch } = {},
): Promise<void> {
  await keep(await read(urlOf(endpoint, { params, query }), {}, watch));
}

/**
 * The same for a file that is made for a reason, which is written down.
 * @throws ApiError; without an answer `outcome_unknown`
 */
export async function downloadMade<T extends EndpointTypes & { body: unknown }>(
  endpoint: Endpoint<'POST', T>,
  body: T['body'],
  params: Record<string, string> = {},
): Promise<void> {
  await keep(
    await read(urlOf(endpoint, { params }), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

/** Hands the browser something to keep. */
export function keepFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function keep({ file, response }: Awaited<ReturnType<typeof read>>): Promise<void> {
  if (!response.ok) {
    const body = parseJson(await file.text());
    const error = errorFromAnswer(response.status, body, response.headers.get('x-request-id') ?? '');
    if (error.code === 'not_signed_in') endSession('ended');
    throw error;
  }
  keepFile(file, fileNameOf(response.headers.get('content-disposition')) ?? 'export.csv');
}

async function read(url: string, init: RequestInit = {}, watch?: DownloadWatch) {
  const response = await fetch(url, {
    ...init,
    cache: 'no-store',
    ...(watch && { signal: watch.signal }),
  }).catch((cause: unknown) => {
    throw noAnswer(init.method === 'POST', cause);
  });
  try {
    const { onRows } = watch ?? {};
    return { response, file: await (onRows && response.ok ? readRows(response, onRows) : response.blob()) };
  } catch (cause) {
    throw init.method === 'POST' ? noAnswer(true, cause) : cutOff(cause);
  }
}

const tellEveryMs = 100;

async function readRows({ body, headers }: Response, onRows: (soFar: RowsSoFar) => void): Promise<Blob> {
  const of = Number(headers.get('x-row-count')) || undefined;
  const count = countRows();
  const pieces: BlobPart[] = [];
  const reader = body?.getReader();
  for (let toldAt = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    const rows = count(value);
    if (performance.now() - toldAt < tellEveryMs) continue;
    toldAt = performance.now();
    onRows({ rows, of });
  }
  return new Blob(pieces);
}

const fileNameOf = (disposition: string | null) => /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1];
