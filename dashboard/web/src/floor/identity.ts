import { signal } from '@preact/signals';
import { slug } from './slug';

/** Who scans, until devices are paired: this device, made once; the operator, asked once; the role. */
const keys = {
  device: 'eventops.device',
  operator: 'eventops.operator',
  role: 'eventops.role',
  sound: 'eventops.sound',
} as const;

export type Role = 'floor' | 'supervisor';

function makeDevice(): string {
  const random = crypto.getRandomValues(new Uint8Array(4));
  const made = `web-${[...random].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  localStorage.setItem(keys.device, made);
  return made;
}

export const device = localStorage.getItem(keys.device) ?? makeDevice();
export const operator = signal(localStorage.getItem(keys.operator) ?? '');
export const role = signal<Role>(localStorage.getItem(keys.role) === 'supervisor' ? 'supervisor' : 'floor');
export const sound = signal(localStorage.getItem(keys.sound) !== 'off');

export function beOperator(name: string): void {
  operator.value = name;
  localStorage.setItem(keys.operator, name);
}

export function beRole(chosen: Role): void {
  role.value = chosen;
  localStorage.setItem(keys.role, chosen);
}

export function beLoud(on: boolean): void {
  sound.value = on;
  localStorage.setItem(keys.sound, on ? 'on' : 'off');
}

export const credentials = (): Record<string, string> => ({
  'EventOps-Device': device,
  'EventOps-Operator': slug(operator.value),
  'EventOps-Role': role.value,
});
