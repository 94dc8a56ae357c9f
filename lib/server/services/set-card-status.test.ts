import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('is the one place on the server that asks Wise for another status, so that no way leads around a hold', () => {
  const asking = ['app', 'lib/server']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
    .filter((path) => /\bcards\.updateCardStatus\(/.test(readFileSync(path, 'utf8')));
  expect(asking).toEqual(['lib/server/services/set-card-status.ts']);
});
