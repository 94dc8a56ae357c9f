import { createServer, request as ask } from 'node:http';

/**
 * Where a call is when something happens to the console:
 * - `before`: it has left the console and has not reached Wise; it reaches Wise all the same.
 * - `lost`: it has left the console and never reaches Wise.
 * - `applied`: Wise has done it, the answer is not there yet and never comes.
 * - `answered`: the answer has been handed over.
 * @typedef {'before' | 'lost' | 'applied' | 'answered'} Moment
 */
/** @typedef {(method: string, path: string) => boolean} Match */
/** @typedef {{ match: Match, left: number, hasCome: boolean, moment: Moment, act: () => Promise<unknown>, resolve: () => void, reject: (error: unknown) => void }} Watch */
/** @typedef {Awaited<ReturnType<typeof createWire>>} Wire */

/** What a row asks of Wise: recipient, quote, transfer. @type {Match} */
export const isOfRows = (method, path) =>
  method === 'POST' && /\/accounts$|\/quotes$|\/batch-groups\/[^/]+\/transfers$/.test(path);
/** @type {Match} */
export const isTransfer = (method, path) => method === 'POST' && path.endsWith('/transfers');
/** @type {Match} */
export const isFunding = (method, path) => method === 'POST' && path.includes('/batch-payments/');

/**
 * The wire between one console and Wise: hands everything on, counts, and lets something happen at an exact moment of a call.
 * @param {string} upstream
 */
export async function createWire(upstream) {
  const { hostname, port } = new URL(upstream);
  /** @type {Watch[]} */
  const watches = [];
  /** @type {{ method: string, path: string }[]} */
  const seen = [];

  /** @param {string} method @param {string} path */
  const findWatch = (method, path) => {
    const index = watches.findIndex((watch) => watch.match(method, path) && --watch.left <= 0);
    return index < 0 ? undefined : watches.splice(index, 1)[0];
  };
  /** @param {Watch | undefined} watch */
  const happen = (watch) => {
    if (!watch) return;
    watch.hasCome = true;
    return watch.act().then(watch.resolve, watch.reject);
  };
  /** A call that broke off before the moment leaves it to the next one. @param {Watch | undefined} watch */
  const giveBack = (watch) => {
    if (watch && !watch.hasCome) watches.unshift({ ...watch, left: 1 });
  };

  const server = createServer((incoming, outgoing) => {
    const { headers, method = 'GET', url = '/' } = incoming;
    const [path = ''] = url.split('?', 1);
    seen.push({ method, path });
    const watch = findWatch(method, path);
    const at = (/** @type {Moment} */ moment) => (watch?.moment === moment ? watch : undefined);
    const cut = () => outgoing.destroy();
    const handOn = async () => {
      const body = await readAll(incoming);
      await happen(at('before') ?? at('lost'));
      if (at('lost')) return cut();
      const answer = await send({ hostname, port, method, path: url, headers, agent: false }, body);
      await happen(at('applied'));
      if (at('applied')) return cut();
      outgoing.writeHead(answer.status, answer.headers).end(answer.body);
      await happen(at('answered'));
    };
    // Whoever hung up is not told; a Wise that cut the connection has it cut here as well.
    handOn().catch(() => {
      giveBack(watch);
      cut();
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the wire has no port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    /** @param {Match} match */
    count: (match) => seen.filter(({ method, path }) => match(method, path)).length,
    /**
     * Does something at a moment of a call to come, and lets the call go on once it is done.
     * @param {{ match: Match, nth?: number, moment: Moment, act: () => Promise<unknown> }} wanted nth: from now on
     * @returns {Promise<void>} once it was done
     */
    reach: ({ act, match, moment, nth = 1 }) =>
      new Promise((resolve, reject) => {
        watches.push({ match, left: nth, hasCome: false, moment, act, resolve, reject });
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @param {import('node:stream').Readable} stream @returns {Promise<Buffer>} */
async function readAll(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** @param {import('node:http').RequestOptions} options @param {Buffer} body @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer }>} */
function send(options, body) {
  return new Promise((resolve, reject) => {
    ask(options, (reply) => {
      const { headers, statusCode = 502 } = reply;
      readAll(reply).then((read) => resolve({ status: statusCode, headers, body: read }), reject);
    })
      .once('error', reject)
      .end(body);
  });
}
