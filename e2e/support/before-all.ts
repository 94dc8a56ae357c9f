import { existsSync } from 'node:fs';
import { isBuilt } from '../../lib/cli/build-if-needed.mjs';
import { makeEmptyStore } from './empty-store.ts';

/** @returns what clears away after the last test */
export default function beforeAll(): Promise<() => Promise<void>> {
  requireBuild();
  return makeEmptyStore();
}

/** The tests run what `next build` made; an older build would be tested without anybody noticing. */
function requireBuild() {
  if (!existsSync('.next/BUILD_ID')) throw new Error('Nothing is built. Run npm run build first.');
  if (!isBuilt())
    process.stderr.write('Note: the build is older than the sources; npm test builds it anew.\n');
}
