import { batchFileLimits } from '../../catalogues/batch-columns.ts';
import { errors } from '../../catalogues/errors.ts';
import { ApiError } from '../api-error.ts';

/** A file, or what was pasted, on its way into a group. */
export interface IncomingRows {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** @throws ApiError batch_file_too_large, before anything is read of it */
export async function readFile(file: File): Promise<IncomingRows> {
  if (file.size > batchFileLimits.bytes) throw tooLarge();
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** @throws ApiError batch_file_too_large */
export function readPasted(text: string): IncomingRows {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > batchFileLimits.bytes) throw tooLarge();
  return { name: 'what you pasted', bytes };
}

const tooLarge = () =>
  new ApiError({
    ...errors.batch_file_too_large,
    type: 'about:blank',
    code: 'batch_file_too_large',
    requestId: '',
  });

const chunk = 0x8000;

/** In pieces: a call takes only so many arguments. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}
