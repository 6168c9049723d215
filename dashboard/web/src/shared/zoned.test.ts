import { expect, test } from 'vitest';
import { localIn, momentIn } from './zoned';

test('a time in a zone is a moment', () => {
  expect(momentIn('2026-02-16T09:30', 'America/Mexico_City')).toBe('2026-02-16T15:30:00.000Z');
  expect(momentIn('2026-02-16T09:30', 'America/Toronto')).toBe('2026-02-16T14:30:00.000Z');
  expect(momentIn('2026-07-16T00:00', 'America/Toronto')).toBe('2026-07-16T04:00:00.000Z');
});

test('the hours around a change of the clocks are right', () => {
  expect(momentIn('2026-03-08T01:30', 'America/Toronto')).toBe('2026-03-08T06:30:00.000Z');
  expect(momentIn('2026-03-08T03:30', 'America/Toronto')).toBe('2026-03-08T07:30:00.000Z');
});

test('a moment is shown as it was typed', () =>
  expect(localIn('2026-02-16T15:30:00Z', 'America/Mexico_City')).toBe('2026-02-16T09:30'));

test('what is no time is no moment', () => {
  expect(momentIn('', 'UTC')).toBeNull();
  expect(momentIn('tomorrow', 'UTC')).toBeNull();
});
