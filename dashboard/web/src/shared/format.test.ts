import { afterEach, describe, expect, test } from 'vitest';
import { clockTime, dayKey, duration, longDate, shortDate, signed, zoneName, zonesMix } from './format';
import { language } from './language';

afterEach(() => void (language.value = 'en'));

const opening = '2026-02-16T14:41:07Z';

describe('times', () => {
  test('are those of the city and not of the browser', () => {
    expect(clockTime(opening, 'America/Mexico_City')).toBe('08:41');
    expect(clockTime(opening, 'America/Toronto')).toBe('09:41');
  });

  test('are written the same in all languages, also at midnight', () => {
    for (const speech of ['en', 'fr', 'es'] as const) {
      language.value = speech;
      expect(clockTime('2026-02-16T06:05:00Z', 'America/Mexico_City')).toBe('00:05');
    }
  });

  test('are on the city’s day', () => {
    expect(dayKey('2026-02-17T05:59:00Z', 'America/Mexico_City')).toBe(
      dayKey(opening, 'America/Mexico_City'),
    );
    expect(dayKey('2026-02-17T06:00:00Z', 'America/Mexico_City')).not.toBe(
      dayKey(opening, 'America/Mexico_City'),
    );
  });

  test('name their zone by its distance from UTC', () => {
    expect(zoneName('America/Mexico_City', opening)).toBe('UTC−6');
    expect(zoneName('Asia/Kolkata', opening)).toBe('UTC+5:30');
    language.value = 'fr';
    expect(zoneName('America/Mexico_City', opening)).toBe('UTC−6');
  });

  test('mix only when cities are apart at that moment', () => {
    expect(zonesMix(['America/Mexico_City', 'America/Monterrey'], opening)).toBe(false);
    expect(zonesMix(['America/Mexico_City', 'America/Toronto'], opening)).toBe(true);
    expect(zonesMix(['America/Hermosillo', 'America/Denver'], opening)).toBe(false);
    expect(zonesMix(['America/Hermosillo', 'America/Denver'], '2026-07-01T12:00:00Z')).toBe(true);
  });
});

test('dates are written as the language writes them', () => {
  expect(longDate(opening, 'America/Mexico_City')).toBe('Monday, February 16, 2026');
  language.value = 'fr';
  expect(longDate(opening, 'America/Mexico_City')).toBe('lundi 16 février 2026');
  language.value = 'es';
  expect(shortDate(opening, 'America/Mexico_City')).toMatch(/^lun,? 16/);
});

test('durations are no finer than a minute and never negative', () => {
  const minute = 60_000;
  expect(duration(59_999)).toBe('0\u00a0min');
  expect(duration(85 * minute)).toBe('1\u00a0h 25\u00a0min');
  expect(duration(61 * minute)).toBe('1\u00a0h 01\u00a0min');
  expect(duration(51 * 60 * minute)).toBe('2\u00a0d 3\u00a0h');
  expect(duration(-5 * minute)).toBe('0\u00a0min');
});

test('changes carry a sign, with a real minus', () => {
  expect([12, -3, 0].map(signed)).toEqual(['+12', '−3', '0']);
});
