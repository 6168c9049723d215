import type { Programme } from '../shared/contract';
import { t } from '../shared/language';

/** What a door of a list is called; its key when the programme has no such door or is not read yet. */
export function doorName(plan: Programme | null, key: string): string {
  const split = key.indexOf(':');
  const [kind, id] = [key.slice(0, split), key.slice(split + 1)];
  if (kind === 'venue') return plan?.venues.find((v) => v.id === id)?.name ?? key;
  if (kind === 'room') return plan?.rooms.find((r) => r.id === id)?.name ?? key;
  return plan?.sessions.find((s) => s.id === id)?.title ?? key;
}

/** The first two names, and how many more. */
export function some(names: readonly string[]): string {
  const [first = '', second] = names;
  if (second === undefined) return first;
  if (names.length === 2) return `${first}, ${second}`;
  return t('doors.more', { names: `${first}, ${second}`, n: names.length - 2 });
}

/** A list of doors as one reads it. */
export function doorsText(doors: readonly string[] | null | undefined, plan: Programme | null): string {
  if (!doors) return t('doors.every');
  if (doors.length === 0) return t('doors.none');
  return some(doors.map((key) => doorName(plan, key)));
}
