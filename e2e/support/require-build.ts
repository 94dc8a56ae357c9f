import { existsSync } from 'node:fs';
import { isBuilt } from '../../lib/cli/build-if-needed.mjs';

/** The tests run what `next build` made; an older build would be tested without anybody noticing. */
export default function requireBuild() {
  if (!existsSync('.next/BUILD_ID')) throw new Error('Nothing is built. Run npm run build first.');
  if (!isBuilt())
    process.stderr.write('Note: the build is older than the sources; npm test builds it anew.\n');
}
