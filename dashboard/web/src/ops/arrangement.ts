import type { City, Programme, Venue } from '../shared/contract';

/** A city of more rows than this scrolls in its place. */
const longest = 24;

/** How many rows a city takes: its venues, and the rooms in them. */
export function rowsOf(plan: Programme, city: City): number {
  const inside = new Set(plan.venues.filter((v) => v.city === city.id).map((v) => v.id));
  return inside.size + plan.rooms.filter((r) => inside.has(r.venue)).length;
}

export const isLong = (rows: number): boolean => rows > longest;

/**
 * How the cities and what goes with them share the width. One city takes a part of it, or all when it has many rooms; where three
 * columns leave a hole, because the first or the last is much longer than the others, what else there is goes into the hole.
 */
export function arrangement(plan: Programme): string {
  const rows = plan.cities.map((city) => rowsOf(plan, city));
  const [first = 0, middle = 0, last = 0] = rows;
  if (rows.length === 1) return isLong(first) ? 'one-long' : 'one';
  if (rows.length === 2) return 'two';
  if (rows.length > 3 || rows.some(isLong)) return '';
  if (first >= Math.max(middle, last) + 6) return 'gap-right';
  return last >= Math.max(first, middle) + 6 ? 'gap-left' : '';
}

/** How wide a column of counts has to be for the largest that these venues can show, as in 1,980/2,000. */
export function countWidth(venues: readonly Venue[]): string {
  const digits = String(Math.max(0, ...venues.map((v) => v.legal))).length;
  const separators = digits > 3 ? 2 : 0;
  return `${(2 * digits * 0.65 + 0.4 + separators * 0.3).toFixed(2)}em`;
}
