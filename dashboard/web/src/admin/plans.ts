import { signal } from '@preact/signals';
import { ask, Failure, missionPath } from '../shared/api';
import type { Programme } from '../shared/contract';

const plans = signal<ReadonlyMap<string, Programme | null>>(new Map());

/** The programme of a mission, to name its doors and sessions by; null until it is read. It is asked for once. */
export function planOf(mission: string): Programme | null {
  if (mission === '' || mission === '*') return null;
  const held = plans.value.get(mission);
  if (held === undefined) {
    // not while a page is drawn
    queueMicrotask(() => void read(mission));
    return null;
  }
  return held;
}

async function read(mission: string): Promise<void> {
  if (plans.value.has(mission)) return;
  keep(mission, null);
  try {
    keep(mission, await ask<Programme>(missionPath(mission, 'programme')));
  } catch (error) {
    // without it the ids stand for the names
    if (!(error instanceof Failure)) throw error;
  }
}

const keep = (mission: string, plan: Programme | null) =>
  void (plans.value = new Map([...plans.value, [mission, plan]]));
