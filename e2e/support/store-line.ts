import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The line between a console and its PostgreSQL. */
export interface StoreLine {
  /** The server, reached through the line. */
  readonly url: string;
  /** Ends every connection, and every new one as soon as it is made. */
  cut(): void;
  mend(): void;
  close(): void;
}

export async function openStoreLine(serverUrl: string): Promise<StoreLine> {
  const target = new URL(serverUrl);
  const open = new Set<Socket>();
  let isCut = false;
  const join = (near: Socket, far: Socket) => {
    open.add(near);
    near.pipe(far);
    near.on('error', () => undefined);
    near.on('close', () => {
      open.delete(near);
      far.destroy();
    });
  };
  const line = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port || 5432), target.hostname);
    join(near, far);
    join(far, near);
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  const address = line.address();
  const url = new URL(serverUrl);
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' && address ? address.port : '');
  const endAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: url.href,
    cut() {
      isCut = true;
      endAll();
    },
    mend() {
      isCut = false;
    },
    close() {
      line.close();
      endAll();
    },
  };
}
