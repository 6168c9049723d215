import { computed, effect, signal } from '@preact/signals';
import { ask, Failure, missionPath } from '../shared/api';
import type { Programme } from '../shared/contract';
import { languages, type Language } from '../shared/messages';
import { asked } from '../shared/mission';
import { loadFont } from './design';
import { formats, layout, papers, type Format, type Paper } from './layout';
import { reasonOf } from '../shared/Said';

export interface BadgePerson {
  delegate: string;
  name: string;
  organisation: string;
  sector: string;
  language: string;
  vip: boolean;
  cities: string[];
  /** Empty while they have no badge. */
  code: string;
}

interface BadgeList {
  total: number;
  withoutBadge: number;
  organisations: string[];
  people: BadgePerson[];
}

export type Labels = 'own' | Language;

export const programme = signal<Programme | null>(null);
export const list = signal<BadgeList | null>(null);
export const failed = signal<string | null>(null);

export const organisation = signal(asked('organisation') ?? '');
export const city = signal(asked('city') ?? '');
export const words = signal(asked('search') ?? '');

const query = computed(() => {
  const wanted = { organisation: organisation.value, city: city.value, search: words.value.trim() };
  return new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== '')).toString();
});

/** Whether only some people are asked for. */
export const filtered = computed(() => query.value !== '');

/** Whose badge is not to be printed, of those who are shown. */
export const left = signal<ReadonlySet<string>>(new Set());

export const format = kept<Format>('format', Object.keys(formats) as Format[]);
export const paper = kept<Paper>('paper', papers);
export const labels = kept<Labels>('labels', ['own', ...languages]);

export const on = computed(() => layout(format.value, paper.value));
export const printed = computed(() =>
  (list.value?.people ?? []).filter((person) => person.code !== '' && !left.value.has(person.delegate)),
);

/** What was chosen the last time on this machine. */
function kept<T extends string>(name: string, choices: readonly [T, ...T[]] | readonly T[]) {
  const key = `eventops.badges.${name}`;
  const wanted = asked(name) ?? localStorage.getItem(key);
  const chosen = signal(choices.find((one) => one === wanted) ?? choices[0]);
  effect(() => localStorage.setItem(key, chosen.value));
  return chosen;
}

let mission = '';
let reading: AbortController | null = null;

/** Reads the mission, and its badges again whenever something else is wanted or the page is come back to. */
export function begin(id: string): void {
  mission = id;
  void attempt(async () => {
    programme.value = await ask<Programme>(missionPath(mission, 'programme'));
  });
  let pause = 0;
  query.subscribe(() => {
    clearTimeout(pause);
    pause = window.setTimeout(() => void load(), list.peek() === null ? 0 : 200);
  });
  window.addEventListener('focus', () => void load());
}

/** Reads the badges, and loads the letters that they are printed with before they are shown. */
export async function load(): Promise<void> {
  reading?.abort();
  const mine = (reading = new AbortController());
  await attempt(async () => {
    const answer = await ask<BadgeList>(missionPath(mission, `badges?${query.value}`), {
      signal: mine.signal,
    });
    await loadFont(JSON.stringify([answer, programme.value?.name]));
    if (reading === mine) list.value = answer;
  }, mine.signal);
}

/** Gives badges to those who are shown and have none; to everyone who has none when all are shown. */
export const issue = (): Promise<void> =>
  attempt(async () => {
    const people = list.value?.people.filter((person) => person.code === '').map((person) => person.delegate);
    await ask(missionPath(mission, 'badges'), {
      method: 'POST',
      body: filtered.value ? { delegates: people } : {},
    });
    await load();
  });

export const replace = (person: BadgePerson, reason: string): Promise<void> =>
  change(person, 'reissue', reason);
export const withdraw = (person: BadgePerson, reason: string): Promise<void> =>
  change(person, 'revocation', reason);

/** What is printed is what is valid now: it is read once more. */
export async function print(): Promise<void> {
  await load();
  // the page draws what came before the print dialogue takes its picture
  requestAnimationFrame(() => setTimeout(() => window.print()));
}

export function leave(people: readonly BadgePerson[], out: boolean): void {
  const now = new Set(left.value);
  for (const { delegate } of people) {
    if (out) now.add(delegate);
    else now.delete(delegate);
  }
  left.value = now;
}

const change = (person: BadgePerson, what: string, reason: string): Promise<void> =>
  attempt(async () => {
    const path = missionPath(mission, `badges/${encodeURIComponent(person.delegate)}/${what}`);
    await ask(path, { method: 'POST', body: { reason } });
    await load();
  });

async function attempt(act: () => Promise<void>, signal?: AbortSignal): Promise<void> {
  try {
    await act();
    failed.value = null;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (!signal?.aborted) failed.value = reasonOf(error);
  }
}
