import { ask } from '../shared/api';
import { herePath } from './here';
import { reading } from './reading';

export type DeviceRole = 'floor' | 'supervisor';

export interface Device {
  id: string;
  name: string;
  role: DeviceRole;
  findsPeople: boolean;
  doors?: string[] | null;
  state: 'waiting' | 'paired' | 'revoked';
  pairingExpiresAt?: string | null;
  pairedAt?: string | null;
  revokedAt?: string | null;
  revokedWhy: string;
  lastSeen?: string | null;
}

/** What an administrator chooses of a device. */
export type DeviceChoice = Pick<Device, 'name' | 'role' | 'findsPeople'> & { doors: string[] | null };

/** A device that waits to be paired, with the code that is shown this once. */
export interface Pairing {
  device: Device;
  code: string;
}

const order: Device['state'][] = ['waiting', 'paired', 'revoked'];

/** What waits for somebody first, what is gone last, and by name within: the row of a door keeps its place. */
export const inOrder = (list: readonly Device[]): Device[] =>
  [...list].sort(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      a.name.localeCompare(b.name, undefined, { numeric: true }),
  );

export const devices = reading(async () => inOrder(await ask<Device[]>(herePath('devices'))));

const path = (device: Device, rest = '') => herePath(`devices/${encodeURIComponent(device.id)}${rest}`);

export const make = (choice: DeviceChoice): Promise<Pairing> =>
  ask<Pairing>(herePath('devices'), { method: 'POST', body: choice });

export const change = (device: Device, choice: DeviceChoice): Promise<Device> =>
  ask<Device>(path(device), { method: 'PUT', body: choice });

export const roll = (device: Device): Promise<Pairing> =>
  ask<Pairing>(path(device, '/roll'), { method: 'POST', body: {} });

export const withdraw = (device: Device, reason: string): Promise<Device> =>
  ask<Device>(path(device, '/revocation'), { method: 'POST', body: { reason } });

/** Milliseconds for which the code of a waiting device is still good; 0 when it is not. */
export const timeLeft = (device: Device, now: number): number =>
  device.state === 'waiting' && device.pairingExpiresAt
    ? Math.max(0, Date.parse(device.pairingExpiresAt) - now)
    : 0;

/** 9:58, as a clock that runs down shows it. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
