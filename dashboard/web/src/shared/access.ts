import { signal } from '@preact/signals';
import { ask, Failure, whenUnknown } from './api';

export const permissions = [
  'board',
  'people',
  'scan',
  'search',
  'override',
  'annul',
  'roster',
  'muster',
  'badges',
  'import',
  'rehearse',
  'devices',
  'links',
  'audit',
  'privacy',
  'missions',
  'accounts',
] as const;

export type Permission = (typeof permissions)[number];

export const roles = ['administrator', 'supervisor', 'floor', 'host', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Who this browser is for the server, and what it may do. The credential itself is a cookie that no script sees. */
export interface Me {
  kind: 'nobody' | 'account' | 'device' | 'host-link';
  id: string;
  name: string;
  everywhere: string[];
  /** Permissions by mission; under `*` those in every mission. */
  missions: Record<string, string[]>;
  /** Where it may scan, as `room:ID`, `venue:ID` or `session:ID`; null for every door. */
  doors?: string[] | null;
  /** Whose roster it sees; null for every session. */
  sessions?: string[] | null;
  mission?: string | null;
  expiresAt?: string | null;
  mustSetUp: boolean;
  /** The accounts of the demonstration with their passwords; null everywhere else. */
  demonstration?: { name: string; role: Role; password: string }[] | null;
}

/** Null until the server has said. */
export const me = signal<Me | null>(null);

/** Whether somebody may do something in a mission, or everywhere. */
export const allows = (who: Me | null, permission: Permission, mission: string): boolean =>
  who !== null &&
  [who.everywhere, who.missions['*'], who.missions[mission]].some((held) => held?.includes(permission));

export const may = (permission: Permission, mission: string): boolean =>
  allows(me.value, permission, mission);

export const mayEverywhere = (permission: Permission): boolean =>
  me.value?.everywhere.includes(permission) ?? false;

const marks: [Role, Permission][] = [
  ['administrator', 'devices'],
  ['supervisor', 'override'],
  ['floor', 'scan'],
  ['host', 'roster'],
  ['viewer', 'board'],
];

/** The role that these permissions come from, by the one that the roles below it lack; null for none. */
export function roleOf(who: Me, mission: string): Role | null {
  if (who.everywhere.includes('accounts')) return 'administrator';
  return marks.find(([, mark]) => allows(who, mark, mission))?.[0] ?? null;
}

/** Why an access ended: as the hub says it, or `unknown` when a call was answered so and nobody had said why. */
export type Why = 'revoked' | 'expired' | 'signed-out' | 'changed' | 'unknown';

export interface Ended {
  why: Why;
  was: Me;
}

/** That the access of this page has ended; the page then says so, and asks the server nothing more. */
export const ended = signal<Ended | null>(null);

const isOver = ({ expiresAt }: Me): boolean => !!expiresAt && Date.parse(expiresAt) <= Date.now();

// while the page itself changes who it is, the end of who it was is no news
let changing = false;

export function end(why: Why): void {
  const was = me.value;
  if (changing || !was || was.kind === 'nobody') return;
  ended.value ??= { why: why === 'unknown' && isOver(was) ? 'expired' : why, was };
}

whenUnknown(() => {
  // the call can be answered before the hub's message, which says more
  setTimeout(() => end('unknown'), 500);
});

/** Asks the server who this browser is. */
export async function know(): Promise<void> {
  me.value ??= await ask<Me>('/api/access/me');
}

/** Asks again, and ends the page's access when it is somebody else's or nobody's by now. */
export async function recheck(): Promise<void> {
  const was = me.value;
  if (!was || ended.value || changing) return;
  try {
    const now = await ask<Me>('/api/access/me');
    if (now.kind === was.kind && now.id === was.id) me.value = now;
    else end(now.kind === 'nobody' ? 'unknown' : 'changed');
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

export type Becoming = 'sign-in' | 'sign-out' | 'set-up' | 'reset' | 'pairing' | 'link';

/**
 * Changes who this browser is. A page that showed something already was somebody else's: it is expected to load again, or to go somewhere
 * else. One that did not know yet goes on.
 */
export async function become(way: Becoming, body: Record<string, string>): Promise<void> {
  changing = true;
  try {
    const now = await ask<Me>(`/api/access/${way}`, { method: 'POST', body });
    if (me.value !== null) return;
    me.value = now;
    changing = false;
  } catch (error) {
    changing = false;
    throw error;
  }
}

export const changePassword = async (current: string, wanted: string): Promise<void> => {
  me.value = await ask<Me>('/api/access/password', { method: 'POST', body: { current, new: wanted } });
};
