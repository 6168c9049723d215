import { expect, test } from 'vitest';
import { retryAfter } from './api';
import { backoff } from './backoff';

const header = (value: string) => new Headers({ 'Retry-After': value });

test('Retry-After is read as seconds and as a date', () => {
  const now = Date.parse('2026-02-16T14:41:07Z');
  expect(retryAfter(header('3'))).toBe(3_000);
  expect(retryAfter(header('0.5'))).toBe(500);
  expect(retryAfter(header('Mon, 16 Feb 2026 14:41:17 GMT'), now)).toBe(10_000);
  expect(retryAfter(header('Mon, 16 Feb 2026 14:00:00 GMT'), now)).toBe(0);
  expect(retryAfter(header('soon'))).toBeNull();
  expect(retryAfter(new Headers())).toBeNull();
});

test('reconnecting is quick at first, never slower than about ten seconds, and never in step', () => {
  expect(backoff(0, 0.5)).toBe(500);
  expect(backoff(3, 0.5)).toBe(4_000);
  expect(backoff(500, 0.5)).toBe(10_000);
  expect(backoff(500, 1)).toBe(12_500);
  expect(backoff(2, 0)).toBeLessThan(backoff(2, 1));
});
