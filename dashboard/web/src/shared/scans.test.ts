import { describe, expect, test } from 'vitest';
import type { ScanLine } from './contract';
import { account, turnedAway, words } from './scans';

let scans = 0;
const line = (parts: Partial<ScanLine>): ScanLine => ({
  scanId: `scan-${++scans}`,
  at: '2026-02-16T09:00:00-06:00',
  kind: 'admitted',
  venue: 'v',
  room: 'r',
  session: 's',
  device: 'd',
  operator: 'ana',
  marks: [],
  ...parts,
});

describe('what happened, in words', () => {
  const past = line({ overrode: 'over-comfort', why: 'Host asked for them' });

  test('a refusal says why', () =>
    expect(words(line({ kind: 'refused', reason: 'room-full' }))).toBe('Room full'));
  test('an override says past which limit', () => expect(words(past)).toBe('Let in over comfort'));
  test('its account says who let in and with what reason', () =>
    expect(account(past)).toBe('Let in over comfort by ana: Host asked for them'));
  test('without a reason the account ends with who', () =>
    expect(account({ ...past, why: null })).toBe('Let in over comfort by ana'));
  test('a server that does not say who leaves the words', () =>
    expect(account({ ...past, why: undefined, operator: undefined })).toBe('Let in over comfort'));
  test('a limit without words of its own is named', () =>
    expect(account(line({ overrode: 'too-early', why: 'Speaker' }))).toBe(
      'Let in past “Doors not open yet” by ana: Speaker',
    ));
  test('what was undone says who undid it and why, not the override', () =>
    expect(account({ ...past, kind: 'annulled', why: 'Wrong person' })).toBe('Undone by ana: Wrong person'));
  test('an ordinary entry needs no account', () => expect(account(line({}))).toBe('Admitted'));
});

describe('people turned away', () => {
  const full = { kind: 'refused', reason: 'room-full' } as const;

  test('are one matter for each door and reason, the latest first', () => {
    const found = turnedAway([
      line({ ...full, scanId: 'latest' }),
      line({ kind: 'refused', reason: 'over-comfort' }),
      line(full),
      line({ ...full, room: 'other' }),
      line(full),
    ]);
    expect(found.map((last) => [last.reason, last.room])).toEqual([
      ['room-full', 'r'],
      ['over-comfort', 'r'],
      ['room-full', 'other'],
    ]);
    expect(found[0]?.scanId).toBe('latest');
  });

  test('do not count what the door settles by itself', () =>
    expect(
      turnedAway([line({ kind: 'refused', reason: 'already-inside' }), line({}), line({ kind: 'exited' })]),
    ).toEqual([]));
});
