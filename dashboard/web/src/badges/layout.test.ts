import { describe, expect, test } from 'vitest';
import { cutMarks, formats, layout, papers, place, sheets, type Format } from './layout';

const all = (Object.keys(formats) as Format[]).flatMap((format) =>
  papers.map((paper) => [format, paper, layout(format, paper)] as const),
);

test.each([
  ['cr80', 'a4', 10],
  ['cr80', 'letter', 10],
  ['cr80', 'single', 1],
  ['a6', 'a4', 4],
  ['a6', 'letter', 2],
  ['a6', 'single', 1],
] as const)('%s on %s: %i on a sheet', (format, paper, count) => {
  const { columns, rows } = layout(format, paper);
  expect(columns * rows).toBe(count);
});

describe.each(all)('%s on %s', (_, __, on) => {
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-9;

  test('every badge lies on the sheet', () => {
    for (let index = 0; index < on.columns * on.rows; index++) {
      const { x, y } = place(on, index);
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + on.badge.width).toBeLessThanOrEqual(on.sheet.width + 1e-9);
      expect(y + on.badge.height).toBeLessThanOrEqual(on.sheet.height + 1e-9);
    }
  });

  test('marks lie on cuts and on the sheet', () => {
    const xs = Array.from({ length: on.columns + 1 }, (_, n) => on.left + n * on.badge.width);
    const ys = Array.from({ length: on.rows + 1 }, (_, n) => on.top + n * on.badge.height);
    for (const { x1, y1, x2, y2 } of cutMarks(on)) {
      const upright = near(x1, x2) && xs.some((x) => near(x, x1));
      const level = near(y1, y2) && ys.some((y) => near(y, y1));
      expect(upright || level).toBe(true);
      expect(Math.min(x1, y1)).toBeGreaterThanOrEqual(0);
      expect(x2).toBeLessThanOrEqual(on.sheet.width);
      expect(y2).toBeLessThanOrEqual(on.sheet.height);
    }
  });
});

test('a page of its own is not cut', () => expect(cutMarks(layout('a6', 'single'))).toEqual([]));

test('every cut between badges is marked where there is no margin', () => {
  const marks = cutMarks(layout('a6', 'a4'));
  expect(marks.filter((m) => m.x1 === 105 && m.x2 === 105).length).toBe(3);
  expect(marks.filter((m) => m.y1 === 148.5 && m.y2 === 148.5).length).toBe(3);
});

test('sheets are filled one after the other', () => {
  expect(sheets([1, 2, 3, 4, 5], layout('a6', 'a4'))).toEqual([[1, 2, 3, 4], [5]]);
  expect(sheets([], layout('a6', 'a4'))).toEqual([]);
});
