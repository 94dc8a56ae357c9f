import { existsSync, rmSync } from 'node:fs';
import { isBuilt } from '../../lib/cli/build-if-needed.mjs';
import { makeEmptyStore } from './empty-store.ts';

/** @returns what clears away after the last test */
export default function beforeAll(): (() => void) | undefined {
  requireBuild();
  if (process.env.TEST_DATABASE_URL) return undefined;
  const folder = makeEmptyStore();
  return () => rmSync(folder, { recursive: true, force: true });
}

/** The tests run what `next build` made; an older build would be tested without anybody noticing. */
function requireBuild() {
  if (!existsSync('.next/BUILD_ID')) throw new Error('Nothing is built. Run npm run build first.');
  if (!isBuilt())
    process.stderr.write('Note: the build is older than the sources; npm test builds it anew.\n');
}
