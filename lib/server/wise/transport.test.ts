import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createTransport, type Transport, TransportFailure, type TransportOptions } from './transport.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function open(options: TransportOptions = {}): Transport {
  const transport = createTransport(options);
  closers.push(() => transport.close());
  return transport;
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const request = (origin: string, timeoutMs = 2_000) =>
  ({ origin, path: '/x', method: 'PUT', headers: {}, body: '{}', timeoutMs }) as const;

async function failureOf(reply: Promise<unknown>): Promise<TransportFailure> {
  const error = await reply.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TransportFailure);
  return error as TransportFailure;
}

describe('transport', () => {
  test('gives status, headers and text', async () => {
    const origin = await serve((incoming, outgoing) => {
      outgoing.writeHead(201, { 'x-trace-id': 't' }).end(`${incoming.method} ${incoming.url}`);
    });
    const reply = await open().send(request(origin));
    expect(reply).toMatchObject({ status: 201, text: 'PUT /x', tooLarge: false });
    expect(reply.headers['x-trace-id']).toBe('t');
  });

  test('gives what is no text byte by byte', async () => {
    const sent = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x00, 0xff, 0xfe, 0xe2, 0x28]);
    const origin = await serve((_, outgoing) => outgoing.end(sent));
    expect((await open().send(request(origin))).bytes).toEqual(sent);
  });

  test('a refused connection was not sent', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.close();
    await once(server, 'close');
    expect(await failureOf(open().send(request(origin)))).toMatchObject({
      sent: false,
      code: 'ECONNREFUSED',
    });
  });

  test('a host that nobody knows was not sent to', async () => {
    const failure = await failureOf(open().send(request('http://wise.invalid')));
    expect(failure.sent).toBe(false);
  });

  test('a connection cut after the request was sent', async () => {
    const origin = await serve((incoming) => incoming.socket.destroy());
    expect(await failureOf(open().send(request(origin)))).toMatchObject({ sent: true, status: undefined });
  });

  test('no answer in time was sent', async () => {
    const origin = await serve(() => undefined);
    // Long enough to be connected on a busy machine.
    expect(await failureOf(open().send(request(origin, 500)))).toMatchObject({ sent: true, code: 'TIMEOUT' });
  });

  test('an answer that stops in its middle keeps its status', async () => {
    const origin = await serve((incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-length': '10' });
      outgoing.write('half', () => incoming.socket.destroy());
    });
    expect(await failureOf(open().send(request(origin)))).toMatchObject({ sent: true, status: 200 });
  });

  test('given up while waiting for a connection was not sent, then or later', async () => {
    const seen: string[] = [];
    let answerFirst = () => {};
    const origin = await serve((incoming, outgoing) => {
      seen.push(incoming.url ?? '');
      if (incoming.url === '/first') answerFirst = () => outgoing.end();
      else outgoing.end();
    });
    const transport = open({ connections: 1 });
    const first = transport.send({ ...request(origin), path: '/first' });
    expect(await failureOf(transport.send(request(origin, 30)))).toMatchObject({ sent: false });
    answerFirst();
    await first;
    await transport.send({ ...request(origin), path: '/third' });
    expect(seen).toEqual(['/first', '/third']);
  });

  test('a server that never accepts the handshake was not sent to', async () => {
    const sockets: Socket[] = [];
    const server = createTcpServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closers.push(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await failureOf(open({ connectTimeoutMs: 50 }).send(request(origin)))).toMatchObject({
      sent: false,
    });
  });

  test.each([
    [200, 2_000, false],
    [200, 2_001, true],
    [422, 64 * 1024, false],
    [422, 64 * 1024 + 1, true],
  ])('%i with %i bytes: too large is %s', async (status, bytes, tooLarge) => {
    const origin = await serve((_, outgoing) => outgoing.writeHead(status).end('x'.repeat(bytes)));
    const reply = await open({ replyLimit: 2_000 }).send(request(origin));
    expect(reply).toMatchObject({ status, tooLarge, text: tooLarge ? '' : 'x'.repeat(bytes) });
  });

  test('keeps its connections', async () => {
    const ports = new Set<number | undefined>();
    const origin = await serve((incoming, outgoing) => {
      ports.add(incoming.socket.remotePort);
      outgoing.end();
    });
    const transport = open();
    for (let call = 0; call < 10; call += 1) await transport.send(request(origin));
    // The pool takes a second one when the next call comes before the first is marked idle.
    expect(ports.size).toBeLessThanOrEqual(2);
  });
});
