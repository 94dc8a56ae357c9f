import 'server-only';
import { Readable } from 'node:stream';

/** A download that is written while it is read. */
export function fileResponse(
  content: Readable | AsyncIterable<string>,
  contentType: string,
  fileName: string,
  rowCount?: number,
): Response {
  const source = content instanceof Readable ? content : Readable.from(content, { objectMode: false });
  return new Response(Readable.toWeb(source) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': `${contentType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
      ...(rowCount !== undefined && { 'x-row-count': String(rowCount) }),
    },
  });
}

/** A download that is there already. */
export function bytesResponse(content: Uint8Array, contentType: string, fileName: string): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  });
}
