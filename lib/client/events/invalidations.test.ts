import { describe, expect, it } from 'vitest';
import { keysMadeOld, parseEvent } from './invalidations.ts';

describe('parseEvent', () => {
  it('reads the events it knows', () => {
    expect(parseEvent('{"type":"hello","live":false}')).toEqual({ type: 'hello', live: false });
    expect(parseEvent('{"type":"card.changed","profileId":"3","cardToken":"t","more":1}')).toEqual({
      type: 'card.changed',
      profileId: '3',
      cardToken: 't',
    });
    expect(parseEvent('{"type":"session.ended"}')).toEqual({ type: 'session.ended' });
  });
  it.each(['', 'x', 'null', '3', '{}', '{"type":"kiosk.moved"}'])('passes over %j', (text) => {
    expect(parseEvent(text)).toBeUndefined();
  });
});

describe('keysMadeOld', () => {
  it('makes a changed card, every list and the overview old', () => {
    expect(keysMadeOld({ type: 'card.changed', profileId: '3', cardToken: 't' })).toEqual([
      ['cards', 'card', '3', 't'],
      ['cards', 'list'],
      ['overview'],
    ]);
  });
  it("makes a changed transaction's card and profile old, the card itself not", () => {
    const text = '{"type":"card-transaction.changed","profileId":"3","cardToken":"t","transactionId":"9"}';
    const event = parseEvent(text);
    expect(event && keysMadeOld(event)).toEqual([
      ['cards', 'card', '3', 't', 'transactions'],
      ['transactions', '3'],
      ['transactions', 'found'],
      ['transactions', 'exports'],
      ['transactions', 'numbers'],
      ['activities', '3'],
    ]);
  });
  it('leaves open cards alone when the index was read through', () => {
    expect(keysMadeOld({ type: 'cards.synced' })).not.toContainEqual(['cards']);
  });
  it('makes everything read through a connection old when one changes', () => {
    const event = parseEvent('{"type":"connections.changed"}');
    expect(event && keysMadeOld(event)).toEqual([
      ['connections'],
      ['profiles'],
      ['overview'],
      ['cards'],
      ['activities'],
    ]);
  });
  it('makes the views of every list old, whichever team they are of', () => {
    const event = parseEvent('{"type":"views.changed","team":"[\\"operator\\"]"}');
    expect(event).toEqual({ type: 'views.changed', team: '["operator"]' });
    expect(event && keysMadeOld(event)).toEqual([['views']]);
  });
  it('leaves approvals alone when somebody signs in or out', () => {
    expect(keysMadeOld({ type: 'sessions.changed' })).toEqual([['staff', 'list']]);
  });
  it('touches nothing for a greeting or a farewell', () => {
    expect(keysMadeOld({ type: 'hello', live: true })).toEqual([]);
    expect(keysMadeOld({ type: 'session.ended' })).toEqual([]);
  });
});
