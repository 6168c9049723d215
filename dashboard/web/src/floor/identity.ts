import { computed, signal } from '@preact/signals';
import { me } from '../shared/access';
import { slug } from './slug';

/** Who scans is known to the server by the credential. A paired device is used by many: it asks who, once. An account is its own operator. */
const keys = { operator: 'eventops.operator', sound: 'eventops.sound' } as const;

const named = signal(localStorage.getItem(keys.operator) ?? '');
export const sound = signal(localStorage.getItem(keys.sound) !== 'off');

export const isDevice = computed(() => me.value?.kind === 'device');

/** Who is at this door, as people say it; empty while it has to be asked. */
export const operator = computed(() => (me.value && !isDevice.value ? me.value.name : named.value));

export function beOperator(name: string): void {
  named.value = name;
  localStorage.setItem(keys.operator, name);
}

export function beLoud(on: boolean): void {
  sound.value = on;
  localStorage.setItem(keys.sound, on ? 'on' : 'off');
}

/** What a scan is sent with beside the credential. */
export const operatorHeader = (): Record<string, string> =>
  isDevice.value ? { 'EventOps-Operator': slug(operator.value) } : {};
