import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { faultCodeOf, isStoreFault } from './is-store-fault.ts';

const withCode = (code: string, message = 'some words') => Object.assign(new Error(message), { code });
const asQuery = (cause: Error) => new DrizzleQueryError('select 1', [], cause);

describe('isStoreFault', () => {
  it.each([
    ['08006', 'connection failure'],
    ['08P01', 'protocol violation'],
    ['28P01', 'wrong password'],
    ['3D000', 'the database is gone'],
    ['25006', 'a standby after a failover'],
    ['53100', 'disk full'],
    ['53300', 'too many connections'],
    ['57P01', 'shut down by an administrator'],
    ['57P02', 'crash of another backend'],
    ['57P03', 'starting up'],
    ['58030', 'input or output failed'],
    ['ECONNREFUSED', 'nobody listens'],
    ['ECONNRESET', 'cut off'],
    ['EPIPE', 'written into a closed line'],
    ['ETIMEDOUT', 'no answer'],
    ['ENOTFOUND', 'no such host'],
    ['ENOSPC', 'the folder’s disk is full'],
  ])('%s (%s) is one, bare or wrapped by drizzle', (code) => {
    expect(isStoreFault(withCode(code))).toBe(true);
    expect(isStoreFault(asQuery(withCode(code)))).toBe(true);
  });

  it.each([
    'Connection terminated',
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'Cannot use a pool after calling end on the pool',
    'timeout exceeded when trying to connect',
    'timeout expired',
    'PGlite is closed',
    'PGlite is closing',
  ])('“%s” is one, bare or wrapped by drizzle', (message) => {
    expect(isStoreFault(new Error(message))).toBe(true);
    expect(isStoreFault(asQuery(new Error(message)))).toBe(true);
  });

  it.each([
    ['23505', 'unique violation'],
    ['23503', 'foreign key violation'],
    ['23514', 'check violation'],
    ['22P02', 'text that is no such type'],
    ['40001', 'serialization failure'],
    ['40P01', 'deadlock'],
    ['42P01', 'no such table'],
    ['57014', 'cancelled statement'],
    ['P0001', 'raised by a trigger'],
    ['ENOENT', 'a file that is not there'],
  ])('%s (%s) is none: the store is there', (code) => {
    expect(isStoreFault(withCode(code))).toBe(false);
    expect(isStoreFault(asQuery(withCode(code)))).toBe(false);
  });

  it('a refusal whose words quote such a fault is none', () => {
    expect(isStoreFault(withCode('23505', 'Connection terminated unexpectedly'))).toBe(false);
    expect(isStoreFault(new Error('No card is called "PGlite is closed"'))).toBe(false);
  });

  it.each([
    [undefined],
    [null],
    ['ECONNREFUSED'],
    [{ code: '08006' }],
    [new TypeError('x is not a function')],
  ])('%o is none', (thrown) => expect(isStoreFault(thrown)).toBe(false));

  it('ends with an error that is its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    expect(isStoreFault(error)).toBe(false);
  });
});

it('faultCodeOf finds the code behind drizzle’s own error, and nothing where there is none', () => {
  expect(faultCodeOf(asQuery(withCode('57P01')))).toBe('57P01');
  expect(faultCodeOf(new TypeError('x'))).toBeUndefined();
});
