import type { Endpoint, EndpointTypes } from '../contracts/define-endpoint.ts';
import { errorFromAnswer, noAnswer } from './api-error.ts';
import { urlOf } from './call-endpoint.ts';
import { endSession } from './session/session-end.ts';

/**
 * Fetches a file and hands it to the browser to keep.
 * @throws ApiError as every other call does, so that a refusal is read on the page and not in the file
 */
export async function downloadFile<T extends EndpointTypes & { query: Record<string, unknown> }>(
  endpoint: Endpoint<'GET', T>,
  query: T['query'],
  params: Record<string, string> = {},
): Promise<void> {
  await keep(await read(urlOf(endpoint, { params, query })));
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
    const body: unknown = await file.text().then(JSON.parse, () => undefined);
    const error = errorFromAnswer(response.status, body, response.headers.get('x-request-id') ?? '');
    if (error.code === 'not_signed_in') endSession('ended');
    throw error;
  }
  keepFile(file, fileNameOf(response.headers.get('content-disposition')) ?? 'export.csv');
}

async function read(url: string, init: RequestInit = {}) {
  try {
    const response = await fetch(url, { ...init, cache: 'no-store' });
    return { response, file: await response.blob() };
  } catch (cause) {
    throw noAnswer(init.method === 'POST', cause);
  }
}

const fileNameOf = (disposition: string | null) => /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1];
