import { expect, it } from 'vitest';
import { hrefForApprovals, parseApprovalsState } from './approvals-state.ts';

it.each(['/approvals', '/approvals?id=a1', '/approvals?view=decided', '/approvals?view=decided&id=a1'])(
  'reads and writes %s without loss',
  (href) => {
    expect(hrefForApprovals(parseApprovalsState(new URLSearchParams(href.split('?')[1])))).toBe(href);
  },
);
it('takes an unknown view for what waits', () => {
  expect(hrefForApprovals(parseApprovalsState(new URLSearchParams('view=lost')))).toBe('/approvals');
});
