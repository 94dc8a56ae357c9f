import { expect, it } from 'vitest';
import { batchFileLimits } from '../../catalogues/batch-columns.ts';
import { readFile, readPasted, toBase64 } from './file-content.ts';

it('every byte of a file arrives', async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256);
  const { name, bytes: read } = await readFile(new File([bytes], 'october.csv'));
  expect(name).toBe('october.csv');
  expect(Buffer.from(toBase64(read), 'base64').equals(Buffer.from(bytes))).toBe(true);
});

it('what is pasted goes as UTF-8', () => {
  expect(Buffer.from(toBase64(readPasted('name\nSólheimar').bytes), 'base64').toString()).toBe(
    'name\nSólheimar',
  );
});

it('what is too large is not sent at all', async () => {
  const large = new File([new Uint8Array(batchFileLimits.bytes + 1)], 'a.csv');
  await expect(readFile(large)).rejects.toMatchObject({ code: 'batch_file_too_large' });
  expect(() => readPasted('a'.repeat(batchFileLimits.bytes + 1))).toThrow(
    expect.objectContaining({ code: 'batch_file_too_large' }),
  );
});
