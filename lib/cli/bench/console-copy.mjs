import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprintSources } from '../build-if-needed.mjs';
import { Fault, nextCliIn, nodeBinary, root } from '../project.mjs';
import { lastLines, runQuietly } from '../run-quietly.mjs';
import { benchFolder } from './console-stack.mjs';
import { linkFolder } from './link-packages.mjs';

export const consoleCopy = join(benchFolder, 'console');
export const bareTable = 'bare_deliveries';
const stampFile = join(consoleCopy, '.next/built-from');
/** No page takes part, and pages are most of a build. */
const copied = ['app/api', 'lib', 'instrumentation.ts', 'package.json', 'tsconfig.json'];
const left = ['lib/cli', 'lib/emulator', 'lib/client'].map((folder) => join(root, folder));

const added = {
  'next.config.mjs': `import config from './console.config.mjs';
export default { ...config, typescript: { ignoreBuildErrors: true } };
`,
  // The least that keeps a delivery: its signature, and one insert that is durable when it is answered.
  'app/api/bench/bare/route.js': `import { createPublicKey, verify } from 'node:crypto';
import pg from 'pg';
let pool;
let key;
export async function POST(request) {
  pool ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 });
  key ??= createPublicKey(process.env.WISE_WEBHOOK_PUBLIC_KEY);
  const body = Buffer.from(await request.arrayBuffer());
  const signature = Buffer.from(request.headers.get('x-signature-sha256') ?? '', 'base64');
  if (!verify('RSA-SHA256', body, key, signature)) return new Response(null, { status: 401 });
  await pool.query('insert into ${bareTable} (id, body) values ($1, $2)', [
    request.headers.get('x-delivery-id'),
    body.toString('utf8'),
  ]);
  return Response.json({ status: 'ok' });
}
`,
  // The intake without HTTP: what came in one request is taken as if each had come by itself.
  'app/api/bench/in-process/route.js': `import { runtime } from '@/lib/server/runtime';
import { takeDelivery } from '@/lib/server/services/webhooks/take-delivery';
export async function POST(request) {
  const { atOnce, signed } = await request.json();
  const parts = await runtime();
  const startedAt = performance.now();
  const work = async () => {
    for (let one = signed.pop(); one; one = signed.pop())
      await parts.intake.during(() => takeDelivery(parts, {
        rawBody: Buffer.from(one.body),
        signature: one.signature,
        deliveryId: one.id,
        isTest: false,
      }));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return Response.json({ ms: performance.now() - startedAt });
}
`,
};

const fingerprint = () =>
  createHash('sha256')
    .update(JSON.stringify([fingerprintSources(), copied, added]))
    .digest('hex');

/** The console's server with two endpoints more, to be measured beside its own in one process. @param {(line: string) => void} say */
export async function buildConsoleCopy(say) {
  const wanted = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  say('Building a copy of the console with a bare handler in it …');
  rmSync(consoleCopy, { recursive: true, force: true });
  for (const path of copied)
    cpSync(join(root, path), join(consoleCopy, path), {
      recursive: true,
      filter: (source) => !left.includes(source) && !/\.test\.tsx?$/.test(source),
    });
  cpSync(join(root, 'next.config.mjs'), join(consoleCopy, 'console.config.mjs'));
  for (const [name, text] of Object.entries(added)) {
    const file = join(consoleCopy, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  // Without packages of its own Next looks upward, and takes the console's own configuration along.
  linkFolder(join(root, 'node_modules'), join(consoleCopy, 'node_modules'));
  const { code, output } = await runQuietly(nodeBinary(), [nextCliIn(consoleCopy), 'build'], {
    cwd: consoleCopy,
    env: { NODE_ENV: 'production', DATA_DIR: '/dev/null', DATABASE_URL: '' },
  });
  if (code !== 0) throw new Fault(['The copy of the console was not built:', lastLines(output, 20)]);
  writeFileSync(stampFile, wanted);
}
