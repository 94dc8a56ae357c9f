import { describe, expect, it } from 'vitest';
import {
  addressOfAudit,
  countFilters,
  hrefForAudit,
  parseAuditState,
  toAuditQuery,
  withFilter,
  withoutFilters,
} from './audit-state.ts';

const parse = (text: string) => parseAuditState(new URLSearchParams(text));

describe('the audit list’s address', () => {
  it('is read and written without loss', () => {
    const href =
      '/audit?query=4417&action=cards.update-status&outcome=failed&from=2026-11-01&until=2026-11-19&cursor=90&row=88';
    expect(hrefForAudit(parse(href.split('?')[1] ?? ''))).toBe(href);
  });
  it('passes over what it does not know', () => {
    expect(hrefForAudit(parse('outcome=maybe&from=2026-02-30&until=x&cursor=-1&row=two'))).toBe(
      '/audit?view=all',
    );
  });
  it('begins with the newest row when a filter changes', () => {
    expect(hrefForAudit(withFilter(parse('cursor=90&row=88&action=a'), { outcome: 'failed' }))).toBe(
      '/audit?action=a&outcome=failed',
    );
    expect(hrefForAudit(withoutFilters(parse('cursor=90&query=x&from=2026-11-01')))).toBe('/audit?view=all');
  });
  it('leaves page and open row out of what a view holds', () => {
    const { hrefFor, query } = addressOfAudit(parse('query=x&cursor=90&row=88'));
    expect(query).toBe('query=x');
    expect(hrefFor('query=x&cursor=90&row=88&outcome=maybe')).toBe('/audit?query=x');
  });
  it('counts the filters beside the search', () => {
    expect(countFilters(parse('query=x&action=a&from=2026-11-01'))).toBe(2);
  });
});

describe('toAuditQuery', () => {
  it('asks for whole days of the reader’s zone', () => {
    expect(toAuditQuery(parse('from=2026-07-01&until=2026-07-01'), 'Europe/London')).toEqual({
      from: '2026-06-30T23:00:00.000Z',
      until: '2026-07-01T22:59:59.999Z',
      limit: 50,
    });
  });
  it('leaves out what is empty', () => {
    expect(toAuditQuery(parse('row=3'), 'UTC')).toEqual({ limit: 50 });
  });
});
