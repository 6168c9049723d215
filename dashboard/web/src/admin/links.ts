import { ask } from '../shared/api';
import type { Session } from '../shared/contract';
import { herePath } from './here';
import { reading } from './reading';

export interface HostLink {
  id: string;
  session: string;
  name: string;
  expiresAt: string;
  revokedAt?: string | null;
  revokedWhy: string;
  lastSeen?: string | null;
  createdBy: string;
}

export interface NewLink {
  link: HostLink;
  code: string;
}

const order = ['active', 'ended', 'revoked'] as const;

/** What is open first, and what ends first before what ends later. */
export const inOrder = (list: readonly HostLink[], now: number): HostLink[] =>
  [...list].sort(
    (a, b) =>
      order.indexOf(stateOf(a, now)) - order.indexOf(stateOf(b, now)) ||
      Date.parse(a.expiresAt) - Date.parse(b.expiresAt),
  );

export const links = reading(async () => inOrder(await ask<HostLink[]>(herePath('links')), Date.now()));

export const make = (wanted: Pick<HostLink, 'session' | 'name' | 'expiresAt'>): Promise<NewLink> =>
  ask<NewLink>(herePath('links'), { method: 'POST', body: wanted });

export const withdraw = (link: HostLink, reason: string): Promise<HostLink> =>
  ask<HostLink>(herePath(`links/${encodeURIComponent(link.id)}/revocation`), {
    method: 'POST',
    body: { reason },
  });

export function stateOf(link: HostLink, now: number): 'active' | 'ended' | 'revoked' {
  if (link.revokedAt) return 'revoked';
  return Date.parse(link.expiresAt) > now ? 'active' : 'ended';
}

const hour = 60 * 60_000;

/** Until when a link is offered to be good: an hour after its session, or twelve hours where that is long past, as in a rehearsal. */
export function usualEnd(session: Pick<Session, 'end'>, now: number): number {
  const after = Date.parse(session.end) + hour;
  return after > now ? after : Math.ceil(now / hour) * hour + 12 * hour;
}
