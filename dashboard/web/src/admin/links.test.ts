import { expect, test } from 'vitest';
import { inOrder, stateOf, usualEnd, type HostLink } from './links';

const at = Date.parse('2026-02-16T14:20:00Z');

const link = (given: Partial<HostLink>): HostLink => ({
  id: 'l',
  session: 's',
  name: 'Ruth',
  expiresAt: '2026-02-16T18:00:00Z',
  revokedWhy: '',
  createdBy: 'ana',
  ...given,
});

test('a link is open until it ends or is withdrawn', () => {
  expect(stateOf(link({}), at)).toBe('active');
  expect(stateOf(link({ expiresAt: '2026-02-16T14:20:00Z' }), at)).toBe('ended');
  expect(stateOf(link({ revokedAt: '2026-02-16T14:00:00Z' }), at)).toBe('revoked');
});

test('a link is good for an hour after its session', () =>
  expect(usualEnd({ end: '2026-02-16T17:00:00Z' }, at)).toBe(Date.parse('2026-02-16T18:00:00Z')));

test('a link for a session of the past is good for half a day', () =>
  expect(usualEnd({ end: '2026-01-16T17:00:00Z' }, at)).toBe(Date.parse('2026-02-17T03:00:00Z')));

test('what is open stands first', () => {
  const list = [
    link({ id: 'withdrawn', revokedAt: '2026-02-16T14:00:00Z' }),
    link({ id: 'later', expiresAt: '2026-02-17T18:00:00Z' }),
    link({ id: 'ended', expiresAt: '2026-02-16T10:00:00Z' }),
    link({ id: 'sooner' }),
  ];
  expect(inOrder(list, at).map((l) => l.id)).toEqual(['sooner', 'later', 'ended', 'withdrawn']);
});
