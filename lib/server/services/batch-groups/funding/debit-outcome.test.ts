import { describe, expect, it } from 'vitest';
import { type Moved, outcomeOfDebit } from './debit-outcome.ts';

const each = (status: string | null) =>
  (['none', 'some', 'all'] satisfies Moved[]).map((moved) => outcomeOfDebit(status, moved));

describe('what became of a direct debit', () => {
  it('is unknown without an initiation, until the transfers tell', () => {
    expect(each(null)).toEqual(['unknown', 'sent', 'done']);
  });

  it('is done once the debit is through and every transfer moved, not before', () => {
    expect(each('NEW')).toEqual(['sent', 'sent', 'sent']);
    expect(each('PROCESSING')).toEqual(['sent', 'sent', 'sent']);
    expect(each('COMPLETED')).toEqual(['sent', 'sent', 'done']);
  });

  it('has failed only where no transfer moved', () => {
    expect(each('FAILED')).toEqual(['failed', 'sent', 'done']);
  });

  it('charged back, it keeps its place for ever: payees were paid', () => {
    expect(each('CHARGED_BACK')).toEqual(['done', 'done', 'done']);
  });

  it('a status that nobody knows leaves it to the transfers', () => {
    expect(each('ON_HOLD_OF_LATER')).toEqual(['sent', 'sent', 'done']);
  });
});
