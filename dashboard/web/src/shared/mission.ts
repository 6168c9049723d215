import { signal } from '@preact/signals';
import { ask, Failure } from './api';
import { backoff } from './live';

export interface MissionName {
  id: string;
  name: string;
}

/** Which mission this page shows, or why it shows none yet. */
export type Choice =
  | { state: 'asking' }
  | { state: 'silent' }
  | { state: 'none' }
  | { state: 'unknown'; mission: string }
  | { state: 'chosen'; mission: string };

export const choice = signal<Choice>({ state: 'asking' });
export const missions = signal<MissionName[]>([]);

export const asked = (name: string): string | null => new URLSearchParams(location.search).get(name);

/** A page's address with the mission, language and theme of this one. */
export function address(page: string, values: Record<string, string> = {}): string {
  const kept = new URLSearchParams();
  for (const name of ['mission', 'lang', 'theme']) {
    const value = asked(name);
    if (value !== null) kept.set(name, value);
  }
  for (const [name, value] of Object.entries(values)) kept.set(name, value);
  const query = kept.toString();
  return `/${page}${page === '' ? '' : '/'}${query === '' ? '' : `?${query}`}`;
}

/** Asks until the mission of the address is there, or any when the address names none; calls `found` once. */
export async function findMission(found: (mission: string) => void): Promise<void> {
  const wanted = asked('mission');
  for (let attempt = 0; ; attempt++) {
    try {
      missions.value = await ask<MissionName[]>('/api/missions');
      const mission = wanted === null ? missions.value[0] : missions.value.find((m) => m.id === wanted);
      if (mission) {
        choice.value = { state: 'chosen', mission: mission.id };
        found(mission.id);
        return;
      }
      choice.value = wanted === null ? { state: 'none' } : { state: 'unknown', mission: wanted };
      attempt = 1;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      choice.value = { state: 'silent' };
    }
    await new Promise((resolve) => setTimeout(resolve, backoff(attempt) + 500));
  }
}
