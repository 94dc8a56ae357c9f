import { afterEach, beforeEach, expect, it } from 'vitest';
import { joinStream } from './shared-stream.ts';

/** The browser's own, as far as a stream uses it: the server's part is played by hand. */
class ServerByHand extends EventTarget {
  static all: ServerByHand[] = [];
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    ServerByHand.all.push(this);
  }
  send(type: string, id = '', more: object = {}) {
    const data = JSON.stringify({ type, ...more });
    this.dispatchEvent(new MessageEvent(type, { data, lastEventId: id }));
  }
  close() {}
}

let leaving: (() => void)[];
beforeEach(() => {
  leaving = [];
  ServerByHand.all = [];
  Object.assign(globalThis, { window: globalThis, EventSource: ServerByHand });
});
afterEach(() => {
  for (const leave of leaving) leave();
  Reflect.deleteProperty(globalThis, 'window');
  Reflect.deleteProperty(globalThis, 'EventSource');
});

function openTab(from: string) {
  const heard: string[] = [];
  const states: string[] = [];
  leaving.push(
    joinStream(
      { onEvent: (event, id) => heard.push(`${event.type} ${id}`), onState: (state) => states.push(state) },
      from,
    ),
  );
  return { heard, states };
}

async function openFirstTab(from: string) {
  const tab = openTab(from);
  await expect.poll(() => ServerByHand.all.length).toBe(1);
  const [server] = ServerByHand.all;
  if (!server) throw new Error('no stream');
  server.send('hello', '', { live: true });
  return { ...tab, server };
}

it('one tab has the connection, and every tab hears each event once', async () => {
  const first = await openFirstTab('7');
  expect(first.server.url).toContain('lastEventId=7');
  const second = openTab('7');
  await expect.poll(() => second.states).toEqual(['live']);
  first.server.send('cards.synced', '8');
  await expect.poll(() => second.heard).toEqual(['cards.synced 8']);
  expect(first.heard).toEqual(['cards.synced 8']);
  expect(ServerByHand.all).toHaveLength(1);
});

it('a tab that opens hears what came between the making of its page and its joining', async () => {
  const first = await openFirstTab('7');
  first.server.send('cards.synced', '8');
  first.server.send('staff.changed', '9');
  first.server.send('webhooks.changed', '10');
  const second = openTab('8');
  await expect.poll(() => second.heard).toEqual(['staff.changed 9', 'webhooks.changed 10']);
  const third = openTab('10');
  await expect.poll(() => third.states).toEqual(['live']);
  expect(third.heard).toEqual([]);
  expect(second.heard).toHaveLength(2);
});

it('every tab hears that the session has ended, which has no id of its own', async () => {
  const first = await openFirstTab('7');
  const second = openTab('7');
  await expect.poll(() => second.states).toEqual(['live']);
  first.server.send('cards.synced', '8');
  first.server.send('session.ended', '8');
  await expect.poll(() => second.heard).toEqual(['cards.synced 8', 'session.ended 8']);
  expect(first.heard).toEqual(['cards.synced 8', 'session.ended 8']);
});

it('the next tab takes over from the last event that it heard', async () => {
  const first = await openFirstTab('7');
  const second = openTab('7');
  await expect.poll(() => second.states).toEqual(['live']);
  first.server.send('cards.synced', '8');
  await expect.poll(() => second.heard).toEqual(['cards.synced 8']);
  leaving.shift()?.();
  await expect.poll(() => ServerByHand.all.length).toBe(2);
  expect(ServerByHand.all[1]?.url).toContain('lastEventId=8');
});
