import { describe, expect, test } from 'vitest';
import { nextPage } from '../shared/next';
import { purposeOf } from './purpose';

test.each([
  ['', { kind: 'sign-in' }],
  ['password', { kind: 'password' }],
  ['setup=a1B-_2', { kind: 'set-up', code: 'a1B-_2' }],
  ['reset=XYZ', { kind: 'reset', code: 'XYZ' }],
  ['reset=', { kind: 'sign-in' }],
  ['something', { kind: 'sign-in' }],
])('the address with “#%s” asks for that', (fragment, purpose) =>
  expect(purposeOf(fragment)).toEqual(purpose),
);

describe('after signing in', () => {
  const origin = 'https://events.example';
  test('one is back where one was', () =>
    expect(nextPage('/floor/?mission=demo&door=room:a', origin)).toBe('/floor/?mission=demo&door=room:a'));
  test.each([
    null,
    '',
    'ops/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    'https://elsewhere.example/',
    'javascript:alert(1)',
    '/signin/?next=/ops/',
    '/%zz\u0000',
  ])('%s leads to the first page', (asked) => {
    const to = nextPage(asked, origin);
    expect(new URL(to, origin).origin).toBe(origin);
    expect(to === '/' || to.startsWith('/%zz')).toBe(true);
  });
});
