import { expect, test } from 'vitest';
import { countdown, inOrder, timeLeft, type Device } from './devices';

const at = Date.parse('2026-02-16T14:00:00Z');

const device = (given: Partial<Device>): Device => ({
  id: 'd',
  name: 'Door 3',
  role: 'floor',
  findsPeople: false,
  state: 'waiting',
  pairingExpiresAt: '2026-02-16T14:10:00Z',
  revokedWhy: '',
  ...given,
});

test('a code runs down to nothing', () => {
  expect(timeLeft(device({}), at)).toBe(600_000);
  expect(timeLeft(device({}), at + 599_001)).toBe(999);
  expect(timeLeft(device({}), at + 700_000)).toBe(0);
});

test('only a device that waits has time left', () => {
  expect(timeLeft(device({ state: 'paired' }), at)).toBe(0);
  expect(timeLeft(device({ pairingExpiresAt: null }), at)).toBe(0);
});

test.each([
  [600_000, '10:00'],
  [599_999, '10:00'],
  [598_000, '9:58'],
  [61_000, '1:01'],
  [1, '0:01'],
  [0, '0:00'],
  [-5, '0:00'],
])('%i milliseconds are shown as %s', (milliseconds, shown) => expect(countdown(milliseconds)).toBe(shown));

test('what waits stands first, what is gone last, and doors by their number', () => {
  const list = [
    device({ name: 'Door 1', state: 'revoked' }),
    device({ name: 'Door 10', state: 'paired' }),
    device({ name: 'Door 9', state: 'paired' }),
    device({ name: 'Door 11' }),
  ];
  expect(inOrder(list).map((d) => d.name)).toEqual(['Door 11', 'Door 9', 'Door 10', 'Door 1']);
});
