import { describe, expect, test } from 'vitest';
import type { Programme } from '../shared/contract';
import { arrangement, countWidth } from './arrangement';

/** A programme of cities that each have one venue with so many rooms. */
const plan = (...rooms: number[]): Programme =>
  ({
    cities: rooms.map((_, city) => ({ id: `c${city}`, name: '', timeZone: 'UTC' })),
    venues: rooms.map((_, city) => ({ id: `v${city}`, city: `c${city}`, name: '', address: '', legal: 100 })),
    rooms: rooms.flatMap((count, city) =>
      Array.from({ length: count }, (_, room) => ({
        id: `r${city}-${room}`,
        venue: `v${city}`,
        name: '',
        legal: 10,
        comfort: 8,
      })),
    ),
  }) as Partial<Programme> as Programme;

describe('how the cities share the width', () => {
  test.each([
    ['the hole beside a long first city is used', [16, 8, 8], 'gap-right'],
    ['the hole beside a long last city is used', [8, 8, 16], 'gap-left'],
    ['cities of like length have what else there is below', [8, 9, 8], ''],
    ['cities that scroll in their place leave no hole', [100, 8, 8], ''],
    ['one city stands at the side', [4], 'one'],
    ['one city of many rooms takes the width', [300], 'one-long'],
    ['two cities stand side by side', [8, 8], 'two'],
    ['four cities take two rows', [16, 8, 8, 8], ''],
  ])('%s', (_, rooms, expected) => expect(arrangement(plan(...rooms))).toBe(expected));

  test('the column of counts grows with the largest', () => {
    const width = (legal: number) =>
      parseFloat(countWidth([{ id: 'v', city: 'c', name: '', address: '', legal }]));
    expect(width(99)).toBeLessThan(width(980));
    expect(width(980)).toBeLessThan(width(20_000));
  });
});
