import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findDataDirFault } from './data-dir.mjs';

const modeOf = (path: string) => statSync(path).mode & 0o777;
const makeFolder = () => mkdtempSync(join(tmpdir(), 'data-dir-'));

it('makes the folder for its owner only and leaves nothing in it', () => {
  const folder = join(makeFolder(), 'a/b');
  expect(findDataDirFault(folder)).toBeUndefined();
  expect(modeOf(folder)).toBe(0o700);
  expect(readdirSync(folder)).toEqual([]);
});

it('says so when a file stands where the folder should be', () => {
  const file = join(makeFolder(), 'file');
  writeFileSync(file, '');
  expect(findDataDirFault(join(file, 'data'))).toBe(
    `DATA_DIR ${file}/data cannot be written to (ENOTDIR). Set it to a folder of yours.`,
  );
});
