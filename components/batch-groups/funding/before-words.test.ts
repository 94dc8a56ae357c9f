import { describe, expect, it } from 'vitest';
import type { ApprovalBeforeFunding } from '@/lib/contracts/batch-before-funding';
import { listOf, whyToAsk, wordsOfPeople } from './before-words';

const approval: ApprovalBeforeFunding = {
  state: 'to-ask',
  why: 'never-asked',
  needed: 1,
  amount: '12500',
  ceiling: null,
  approvalId: null,
  approvedBy: [],
  people: [],
  isYoursAlone: false,
};
const person = (
  name: string,
  standing: ApprovalBeforeFunding['people'][number]['standing'],
  isYou = false,
) => ({
  name,
  standing,
  isYou,
});

it('names are listed as they are spoken', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map((names) => listOf(names))).toEqual([
    '',
    'A',
    'A and B',
    'A, B and C',
  ]);
  expect(listOf(['A', 'B'], 'or')).toBe('A or B');
});

describe('why somebody has to be asked', () => {
  it.each([
    ['never-asked', 'It needs approval before it can be funded.'],
    ['ended', 'Its approval no longer counts.'],
    ['not-enough', 'Too few people have approved it.'],
    ['other-rows', 'Its rows are not those that were approved.'],
    ['above-ceiling', 'The group takes more than was approved.'],
  ] as const)('%s', (why, title) => {
    expect(whyToAsk({ ...approval, why }, '9000', 'GBP').title).toBe(title);
  });
  it('says the sums', () => {
    const above = whyToAsk({ ...approval, why: 'above-ceiling', ceiling: '8160' }, '9000', 'GBP');
    expect(above.text).toBe('It takes 9,000.00 GBP; 8,160.00 GBP were approved at most.');
    expect(whyToAsk({ ...approval, needed: 2 }, '9000', 'GBP').text).toMatch(
      /two other people must agree.*12,500\.00 GBP/,
    );
  });
});

describe('who may approve', () => {
  it('is told by name, with who cannot and why', () => {
    const people = [
      person('Leah', 'flag', true),
      person('Tom', 'may'),
      person('Victor', 'may'),
      person('Una', 'limit'),
    ];
    expect(wordsOfPeople({ ...approval, people })).toEqual([
      'Tom or Victor may approve it.',
      'Too low a limit for the amount: Una.',
      'You have not the right to approve.',
    ]);
  });
  it('says of the reader what is missing', () => {
    const of = (standing: Parameters<typeof person>[1]) =>
      wordsOfPeople({ ...approval, people: [person('Tom', 'may'), person('You', standing, true)] });
    expect(of('asks')).toContain('You ask, so somebody else decides.');
    expect(of('limit')).toContain('Your own limit is below the amount.');
    expect(of('may')).toEqual(['Tom or you may approve it.']);
  });
  it('says who agreed already, and that nobody may', () => {
    const people = [person('Tom', 'has-agreed'), person('Una', 'limit')];
    expect(wordsOfPeople({ ...approval, state: 'waiting', people })).toEqual([
      'Agreed so far: Tom.',
      'Nobody may approve it: an administrator has to give somebody the right and a limit.',
      'Too low a limit for the amount: Una.',
    ]);
  });
});
