import { describe, expect, it } from 'vitest';
import { countOf, formatCount } from './counts.ts';
import { formatId } from './ids.ts';
import { formatInitials } from './names.ts';

describe('ids, counts and names', () => {
  it('shortens long ids and leaves short ones whole', () => {
    expect(formatId('59123122-aaaa-bbbb-cccc-123456784f80')).toBe('59123122…4f80');
    expect(formatId('30000101')).toBe('30000101');
  });
  it('groups counts and says one or many', () => {
    expect(formatCount(12204)).toBe('12,204');
    expect(formatCount(999)).toBe('999');
    expect(countOf(1, 'card')).toBe('1 card');
    expect(countOf(2, 'batch', 'batches')).toBe('2 batches');
  });
  it('takes initials from the first and the last name', () => {
    expect(formatInitials('Leah Brandt')).toBe('LB');
    expect(formatInitials('Ana Maria de Souza')).toBe('AS');
    expect(formatInitials('Cher')).toBe('C');
    expect(formatInitials('  ')).toBe('?');
  });
});
