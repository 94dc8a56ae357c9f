import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findFreePort } from '../ports.mjs';
import { childEnvironment, Fault, nextCliIn, nodeBinary, root } from '../project.mjs';
import { lastLines, runQuietly } from '../run-quietly.mjs';
import { startService } from '../service.mjs';
import { benchFolder } from './console-stack.mjs';
import { linkPackages } from './link-packages.mjs';

const folder = join(benchFolder, 'reference');
const stampFile = join(folder, '.next/built-from');
const nextCli = nextCliIn(folder);
const ready = /Ready in/;
const packages = ['next', 'react', 'react-dom', 'undici'];

// What Next and React cost by themselves: a page of one word, and a handler that asks upstream and hands the answer on.
const files = {
  'package.json': `{ "name": "reference", "private": true, "type": "module" }\n`,
  'next.config.mjs': `export default {
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['undici'],
};
`,
  'app/layout.js': `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  'app/page.js': `import { connection } from 'next/server';
export default async function Page() {
  await connection();
  return <p>Reference</p>;
}
`,
  'app/forward/[...path]/route.js': `import { Agent, request } from 'undici';
const dispatcher = new Agent({ connections: 64, pipelining: 1, keepAliveTimeout: 10_000 });
const headers = { authorization: 'Bearer ' + process.env.REFERENCE_TOKEN, accept: 'application/json' };
export async function GET(_request, { params }) {
  const { path } = await params;
  const reply = await request(process.env.REFERENCE_UPSTREAM + '/' + path.join('/'), { dispatcher, headers });
  return new Response(await reply.body.text(), {
    status: reply.statusCode,
    headers: { 'content-type': 'application/json' },
  });
}
`,
};

function fingerprint() {
  const versions = packages.map(
    (name) => JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version,
  );
  return createHash('sha256')
    .update(JSON.stringify([files, versions]))
    .digest('hex');
}

/** Writes the application and builds it, unless that is what is there. @param {(line: string) => void} say */
export async function buildReferenceApp(say) {
  const wanted = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  say('Building the reference application …');
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  // Without packages of its own Next looks upward, and takes the console's proxy.ts and instrumentation.ts along.
  linkPackages(packages, join(root, 'node_modules'), join(folder, 'node_modules'));
  const { code, output } = await runQuietly(nodeBinary(), [nextCli, 'build'], {
    cwd: folder,
    env: { NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Fault(['The reference application was not built:', lastLines(output, 20)]);
  writeFileSync(stampFile, wanted);
}

/**
 * @param {{ upstream: string, token: string }} options what its handler asks, and as whom
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> }>}
 */
export async function startReferenceApp({ upstream, token }) {
  const port = await findFreePort();
  const service = startService({
    name: 'reference application',
    // The same ceiling as the console's.
    args: ['--max-old-space-size=384', nextCli, 'start', folder, '-H', '127.0.0.1', '-p', String(port)],
    env: childEnvironment({
      NODE_ENV: 'production',
      REFERENCE_UPSTREAM: upstream,
      REFERENCE_TOKEN: token,
    }),
    sink: createWriteStream(join(benchFolder, 'reference.log')),
  });
  if (!(await service.waitForLine(ready, 30_000))) {
    await service.stop();
    throw new Fault(['The reference application did not start.', ...service.lastLines()]);
  }
  return { url: `http://127.0.0.1:${port}`, pid: service.pid, stop: () => service.stop() };
}
