import { describe, expect, test } from 'vitest';
import { fit, lineHeight, type Box } from './fit';

// every letter is half as wide as it is high
const measure = (text: string) => text.length / 2;
const box: Box = { width: 50, height: 20, lines: 2, sizes: [10, 8, 6, 4], weight: 700 };
const at = (text: string) => fit(text, box, measure);

test('a short text has the largest size that its height allows', () =>
  expect(at('Ana Díaz')).toEqual({ size: 10, lines: ['Ana Díaz'] }));

test('a longer one wraps between words before it shrinks further', () =>
  expect(at('Élodie Côté-Bélanger')).toEqual({ size: 6, lines: ['Élodie', 'Côté-Bélanger'] }));

test('a long double name wraps after its hyphen', () =>
  expect(at('Featherstonehaugh-O’Shaughnessy')).toEqual({
    size: 4,
    lines: ['Featherstonehaugh-', 'O’Shaughnessy'],
  }));

test('lines are as even as they can be: no last word stands alone', () =>
  expect(at('Maria del Carmen Cruz Paz').lines).toEqual(['Maria del', 'Carmen Cruz Paz']));

test('a line does not begin with a dot between two names', () =>
  expect(at('Canada in Mexico · México').lines).toEqual(['Canada in', 'Mexico · México']));

test('no text at all takes no line', () => expect(at('')).toEqual({ size: 10, lines: [] }));

describe.each([
  'A'.repeat(200),
  'Maximiliana '.repeat(16).trim(),
  'Ω-'.repeat(100),
  '👩‍💻'.repeat(20),
  `${'W'.repeat(60)} ${'i'.repeat(60)}`,
])('%s', (text) => {
  const { size, lines } = at(text);

  test('loses nothing', () => expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, '')));

  test('stays inside', () => {
    expect(Math.max(...lines.map((line) => measure(line) * size))).toBeLessThanOrEqual(box.width);
    expect(lines.length * size * lineHeight).toBeLessThanOrEqual(box.height);
  });
});
