import { describe, expect, it } from 'vitest';
import { readSensitiveReply } from './read-sensitive-reply.ts';

const jwe = 'eyJhbGciOiJkaXIifQ..aaaa.bbbb.cccc';
const clear = {
  nonce: 'n',
  cvv2: '123',
  pan: '4111111111111111',
  expiryDate: '11/29',
  cardholderName: 'A B',
};

describe('readSensitiveReply', () => {
  it.each([
    ['bare', jwe],
    ['bare, with a line break', `${jwe}\n`],
    ['as a JSON string', JSON.stringify(jwe)],
    ['as the only such member of an object', JSON.stringify({ version: 1, encryptedPayload: jwe })],
  ])('a compact JWE %s', (_, text) => {
    expect(readSensitiveReply(text)).toEqual({ form: 'jwe', reply: jwe });
  });

  it('clear JSON', () => {
    expect(readSensitiveReply(JSON.stringify(clear))).toEqual({ form: 'clear', body: clear });
  });

  it.each([
    ['two of them in one object', JSON.stringify({ one: jwe, two: jwe })],
    ['a page', '<html></html>'],
    ['nothing', ''],
    ['a number', '5'],
    ['a broken JWE', '"a.b.c"'],
  ])('nothing it knows: %s', (_, text) => {
    expect(readSensitiveReply(text)).toBeUndefined();
  });
});
