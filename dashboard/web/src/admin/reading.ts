import { signal, type Signal } from '@preact/signals';
import { Failure } from '../shared/api';

/** A list that the server keeps: not read yet, read, or what went wrong the last time. What was read stays on the page meanwhile. */
export interface Reading<T> {
  value: Signal<T | null>;
  failure: Signal<Failure | null>;
  read: () => Promise<void>;
}

export function reading<T>(ask: () => Promise<T>): Reading<T> {
  const value = signal<T | null>(null);
  const failure = signal<Failure | null>(null);
  let latest = 0;
  const read = async () => {
    const mine = ++latest;
    try {
      const answer = await ask();
      if (mine !== latest) return;
      value.value = answer;
      failure.value = null;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (mine === latest) failure.value = error;
    }
  };
  return { value, failure, read };
}
