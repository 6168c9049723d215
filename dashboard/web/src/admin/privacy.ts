import { ask, missionPath } from '../shared/api';
import type { Delegate } from '../shared/contract';
import { here, herePath } from './here';
import { reading } from './reading';

export interface Kept {
  /** How many people are stored by name. */
  people: number;
  endsAt?: string | null;
  retentionDays: number;
  anonymiseOn?: string | null;
  anonymisedAt?: string | null;
}

export const longest = 3_650;

export const privacy = reading(() => ask<Kept>(herePath('privacy')));

export async function keepFor(days: number): Promise<void> {
  privacy.value.value = await ask<Kept>(herePath('privacy'), {
    method: 'PUT',
    body: { retentionDays: days },
  });
}

export async function anonymise(): Promise<void> {
  const body = { mission: here() };
  privacy.value.value = await ask<Kept>(herePath('privacy/anonymisation'), { method: 'POST', body });
}

export const find = (text: string, signal: AbortSignal): Promise<Delegate[]> =>
  ask<Delegate[]>(herePath(`delegates?search=${encodeURIComponent(text)}&limit=20`), { signal });

const person = (delegate: Delegate, rest: string) =>
  missionPath(here(), `delegates/${encodeURIComponent(delegate.id)}/${rest}`);

export const exportAddress = (delegate: Delegate): string => person(delegate, 'export');

export const erase = (delegate: Delegate, reason: string): Promise<null> =>
  ask<null>(person(delegate, 'erasure'), { method: 'POST', body: { reason } });
