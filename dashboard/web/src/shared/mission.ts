import { signal } from '@preact/signals';
import { know, may, me, type Permission } from './access';
import { ask, Failure } from './api';
import { backoff, pause } from './backoff';

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

/** Whether one may do something in the mission of this page; nobody may before it is known which that is. */
export const mayHere = (permission: Permission): boolean =>
  choice.value.state === 'chosen' && may(permission, choice.value.mission);

export const pages = ['ops', 'floor', 'host', 'badges', 'admin'] as const;
export type Page = (typeof pages)[number];

const needs: Record<Page, readonly Permission[]> = {
  ops: ['board'],
  floor: ['scan'],
  host: ['roster'],
  badges: ['badges'],
  admin: ['devices', 'links', 'audit', 'privacy', 'accounts'],
};

/** The pages of a mission that one may use. */
export const openPages = (mission: string): Page[] =>
  pages.filter((page) => needs[page].some((permission) => may(permission, mission)));

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

/** Asks until the server answers; the page says meanwhile that it is silent. */
export async function answered<T>(question: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await question();
      if (choice.value.state === 'silent') choice.value = { state: 'asking' };
      return answer;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      choice.value = { state: 'silent' };
      await pause(backoff(attempt) + 500);
    }
  }
}

/** Asks until it is known who one is; calls `found` with it once. */
export async function findMe(found: () => void = () => undefined): Promise<void> {
  await answered(know);
  found();
}

/**
 * Asks until the mission of the address is there, or the one of a device or link, or any; calls `found` once. Nobody's mission is not
 * looked for: the page asks to sign in.
 */
export async function findMission(found: (mission: string) => void): Promise<void> {
  await answered(know);
  if (me.value?.kind === 'nobody') return;
  const wanted = asked('mission') ?? me.value?.mission ?? null;
  for (;;) {
    missions.value = await answered(() => ask<MissionName[]>('/api/missions'));
    const mission = wanted === null ? missions.value[0] : missions.value.find((m) => m.id === wanted);
    if (mission) {
      choice.value = { state: 'chosen', mission: mission.id };
      found(mission.id);
      return;
    }
    choice.value = wanted === null ? { state: 'none' } : { state: 'unknown', mission: wanted };
    await pause(backoff(1) + 500);
  }
}
