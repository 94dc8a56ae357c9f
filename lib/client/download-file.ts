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
  const { response, file } = await read(urlOf(endpoint, { params, query }));
  if (!response.ok) {
    const body: unknown = await file.text().then(JSON.parse, () => undefined);
    const error = errorFromAnswer(response.status, body, response.headers.get('x-request-id') ?? '');
    if (error.code === 'not_signed_in') endSession('ended');
    throw error;
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = fileNameOf(response.headers.get('content-disposition')) ?? 'export.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}

async function read(url: string) {
  try {
    const response = await fetch(url, { cache: 'no-store' });
    return { response, file: await response.blob() };
  } catch (cause) {
    throw noAnswer(false, cause);
  }
}

const fileNameOf = (disposition: string | null) => /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1];
