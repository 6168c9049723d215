import { momentIn } from '../shared/zoned';

export const auditKinds = [
  'sign-in',
  'sign-in-refused',
  'access-refused',
  'import',
  'account',
  'role',
  'device',
  'link',
  'badge',
  'capacity',
  'override',
  'annulment',
  'privacy',
  'mission',
] as const;

export type AuditKind = (typeof auditKinds)[number];

export interface AuditRow {
  id: number;
  at: string;
  mission?: string;
  kind: AuditKind;
  who: string;
  whoKind: 'account' | 'device' | 'host-link' | 'command' | 'nobody';
  from: string;
  what: string;
  /** As JSON, or empty. */
  before: string;
  after: string;
}

export interface AuditPage {
  rows: AuditRow[];
  more: boolean;
}

/** What is looked for; days as a browser's field holds them, empty for no limit. */
export interface Filters {
  kind: AuditKind | '';
  who: string;
  from: string;
  to: string;
}

export const everything: Filters = { kind: '', who: '', from: '', to: '' };

/** The filters as the server takes them: whole days of a zone, the last one included. */
export function queryOf(filters: Filters, zone: string, before?: number): string {
  const query = new URLSearchParams();
  if (filters.kind !== '') query.set('kind', filters.kind);
  if (filters.who.trim() !== '') query.set('who', filters.who.trim());
  const from = momentIn(`${filters.from}T00:00`, zone);
  if (from) query.set('from', from);
  const to = momentIn(`${dayAfter(filters.to)}T00:00`, zone);
  if (to) query.set('to', to);
  if (before !== undefined) query.set('before', String(before));
  return query.toString();
}

function dayAfter(day: string): string {
  const at = momentIn(`${day}T00:00`, 'UTC');
  return at === null ? '' : new Date(Date.parse(at) + 24 * 60 * 60_000).toISOString().slice(0, 10);
}

/** What is held with the next page behind it. A row that came twice, because another was written in between, is there once. */
export function joined(held: AuditPage | null, next: AuditPage): AuditPage {
  const known = new Set(held?.rows.map((row) => row.id));
  return { rows: [...(held?.rows ?? []), ...next.rows.filter((row) => !known.has(row.id))], more: next.more };
}

/** The number from which the next page goes on; undefined for the first one. */
export const lastOf = (held: AuditPage | null): number | undefined => held?.rows.at(-1)?.id;

export interface Difference {
  field: string;
  before: string;
  after: string;
}

/** What is different between two states, field by field; all of it where there was nothing, or where it is no object. */
export function differences(before: string, after: string): Difference[] {
  const [was, is] = [parsed(before), parsed(after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return fields
    .map((field) => ({ field, before: shown(was[field]), after: shown(is[field]) }))
    .filter((line) => line.before !== line.after);
}

function parsed(text: string): Record<string, unknown> {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // what is no JSON is shown as it is
  }
  return { '': text };
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
