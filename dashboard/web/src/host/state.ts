import { signal } from '@preact/signals';
import { ask, Failure, missionPath } from '../shared/api';
import type { Roster } from '../shared/contract';
import { asked } from '../shared/mission';

export const chosen = signal(asked('session') ?? '');

export function chooseSession(id: string): void {
  chosen.value = id;
  roster.value = null;
  const address = new URL(location.href);
  if (id === '') address.searchParams.delete('session');
  else address.searchParams.set('session', id);
  history.replaceState(null, '', address);
}

export const roster = signal<Roster | null>(null);
export const rosterFailed = signal(false);

const pace = 1_000;
let due = 0;
let wanted: { mission: string; session: string } | null = null;
let running = false;

/** Asks for the roster again, soon; however often it is called, the server is asked once a second at most. */
export function refreshRoster(mission: string, session: string): void {
  wanted = { mission, session };
  if (!running) void run();
}

async function run(): Promise<void> {
  running = true;
  while (wanted) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - Date.now())));
    due = Date.now() + pace;
    const { mission, session } = wanted;
    wanted = null;
    try {
      const answer = await ask<Roster>(
        missionPath(mission, `sessions/${encodeURIComponent(session)}/roster`),
      );
      const held = roster.value;
      const older = held?.summary.session === session && held.summary.revision > answer.summary.revision;
      if (session === chosen.value && !older) roster.value = answer;
      rosterFailed.value = false;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      rosterFailed.value = true;
      wanted ??= { mission, session };
      due = Date.now() + 3 * pace;
    }
  }
  running = false;
}
