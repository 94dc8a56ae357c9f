import { describe, expect, it } from 'vitest';
import { readOptions, scenarioNames } from './options.mjs';

describe('options of the faults', () => {
  it.each(['--help', '-h'])('%s tells every one of them, whatever else is asked', (asked) => {
    const told = readOptions(['--kills', 'many', asked]);
    if (!('help' in told)) throw new Error('no help');
    for (const name of ['only', 'store', 'kills', 'rows', 'deliveries', 'seed', 'together', 'help'])
      expect(told.help).toContain(`--${name} `);
    for (const name of scenarioNames) expect(told.help).toContain(name);
  });

  it('are the usual ones where nothing is said', () => {
    expect(readOptions(['--seed', '7'])).toEqual({
      only: scenarioNames.filter((name) => name !== 'replica'),
      store: 'pglite',
      kills: 3,
      rows: 60,
      deliveries: 10_000,
      seed: 7,
      together: false,
    });
  });

  it.each([
    [['--kill', '3'], /Unknown option '--kill'/],
    [['--only', 'kill,storms'], /--only does not know "storms"/],
    [['--store', 'sqlite'], /--store does not know "sqlite"/],
    [['--only', 'replica'], /replica needs --store postgres/],
    [['--rows', '1001'], /--rows is "1001"\. Give a number from 1 to 1000\./],
  ])('%j is refused with what there is', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
