import { expect, test } from 'vitest';
import { readBytes } from './read-input.ts';

test('a body that breaks off is a fault of who sent it', async () => {
  const body = new ReadableStream({
    pull(controller) {
      controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
    },
  });
  // Node needs `duplex` for a streamed body; the DOM's types do not know it.
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
  const request = new Request('http://localhost/', init);
  await expect(readBytes(request, 100)).rejects.toMatchObject({ code: 'validation_failed' });
});
