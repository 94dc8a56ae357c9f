import { createServer } from 'node:net';

/** @param {string} host @param {number} port @returns {Promise<{ port: number } | { code: string }>} */
function tryListen(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve({ code: 'code' in error ? String(error.code) : 'unknown' }));
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve({ port: taken }));
    });
  });
}

/**
 * @param {string} name the environment variable
 * @param {string | undefined} text
 * @param {number} fallback
 * @returns {{ port: number } | { fault: string }}
 */
export function parsePort(name, text, fallback) {
  if (text === undefined || text === '') return { port: fallback };
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return { port };
  return { fault: `${name} is "${text}". Set it to a number from 1 to 65535.` };
}

/**
 * @param {string} name the environment variable that sets it
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | undefined>} what is wrong, or undefined
 */
export async function findPortFault(name, host, port) {
  const result = await tryListen(host, port);
  if (!('code' in result)) return undefined;
  if (result.code === 'EADDRINUSE') return `Port ${port} is taken. Set ${name} to another one.`;
  if (result.code === 'EACCES')
    return `Port ${port} needs more rights than this user has. Set ${name} to one above 1023.`;
  return `HOST is "${host}", which is no address of this machine (${result.code}).`;
}

/** A port nobody uses now. */
export async function findFreePort(host = '127.0.0.1') {
  const result = await tryListen(host, 0);
  if ('code' in result) throw new Error(`no free port on ${host}: ${result.code}`);
  return result.port;
}
