/** Where badges lie on a sheet; every length in millimetres. */

export interface Size {
  width: number;
  height: number;
}

export const formats = {
  cr80: { width: 85.6, height: 54 },
  a6: { width: 105, height: 148 },
} as const satisfies Record<string, Size>;

export type Format = keyof typeof formats;

const sheetSizes = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
} as const satisfies Record<string, Size>;

/** A sheet to be cut, or a page for each badge, as a badge printer wants it. */
export const papers = ['a4', 'letter', 'single'] as const;
export type Paper = (typeof papers)[number];

export interface Layout {
  sheet: Size;
  badge: Size;
  columns: number;
  rows: number;
  /** Where the first badge begins. */
  left: number;
  top: number;
}

export function layout(format: Format, paper: Paper): Layout {
  const badge = formats[format];
  const sheet = paper === 'single' ? badge : sheetSizes[paper];
  const columns = Math.floor(sheet.width / badge.width);
  const rows = Math.floor(sheet.height / badge.height);
  return {
    sheet,
    badge,
    columns,
    rows,
    left: (sheet.width - columns * badge.width) / 2,
    top: (sheet.height - rows * badge.height) / 2,
  };
}

/** Where the badge of a number stands on its sheet. */
export const place = (on: Layout, index: number): { x: number; y: number } => ({
  x: on.left + (index % on.columns) * on.badge.width,
  y: on.top + Math.floor(index / on.columns) * on.badge.height,
});

/** The badges of each sheet. */
export function sheets<T>(badges: readonly T[], on: Layout): T[][] {
  const each = on.columns * on.rows;
  return Array.from({ length: Math.ceil(badges.length / each) }, (_, n) =>
    badges.slice(n * each, (n + 1) * each),
  );
}

export interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

const markLength = 4;
const markGap = 1;
const narrowest = 3;

/**
 * Where to cut: strokes in the margins, one for each cut. Where the badges fill the sheet there is no margin for them; the cuts between badges are
 * then marked at the edge, and by a small cross where they meet.
 */
export function cutMarks(on: Layout): Line[] {
  if (on.columns * on.rows === 1 && on.left === 0 && on.top === 0) return [];
  const { sheet, badge } = on;
  const xs = Array.from({ length: on.columns + 1 }, (_, n) => on.left + n * badge.width);
  const ys = Array.from({ length: on.rows + 1 }, (_, n) => on.top + n * badge.height);
  const inner = (cuts: number[]) => cuts.slice(1, -1);
  const down = strokes(xs, on.top, sheet.height).map(({ at, from, to }) => line(at, from, at, to));
  const across = strokes(ys, on.left, sheet.width).map(({ at, from, to }) => line(from, at, to, at));
  const crosses = inner(xs).flatMap((x) =>
    inner(ys).flatMap((y) => [line(x - 1.5, y, x + 1.5, y), line(x, y - 1.5, x, y + 1.5)]),
  );
  return [...down, ...across, ...crosses];
}

function strokes(cuts: number[], margin: number, end: number): { at: number; from: number; to: number }[] {
  const wide = margin >= narrowest;
  const length = wide ? Math.min(markLength, margin - markGap) : markLength;
  const from = wide ? margin - markGap - length : 0;
  return (wide ? cuts : cuts.slice(1, -1)).flatMap((at) => [
    { at, from, to: from + length },
    { at, from: end - from - length, to: end - from },
  ]);
}

const line = (x1: number, y1: number, x2: number, y2: number): Line => ({ x1, y1, x2, y2 });
