import { roles, type Role } from '../shared/access';
import type { Programme } from '../shared/contract';
import { t } from '../shared/language';
import { doorsText, some } from './doorNames';

/** A role in one mission, or under `*` in every one; null for doors or sessions is all of them. */
export interface Grant {
  mission: string;
  role: Role;
  doors?: string[] | null;
  sessions?: string[] | null;
}

export interface Account {
  id: string;
  name: string;
  disabled: boolean;
  lockedUntil?: string | null;
  hasPassword: boolean;
  lastSignIn?: string | null;
  grants: Grant[];
}

/** Where a role is for some doors only; a supervisor has those of the mission as well. */
export const hasDoors = (role: Role): boolean => role === 'floor' || role === 'supervisor';
export const hasSessions = (role: Role): boolean => role === 'host';

/** The grant as it is sent: what its role does not limit is not limited, and neither is anything that is for every mission. */
export function settled({ mission, role, doors, sessions }: Grant): Grant {
  const one = mission !== '*';
  return {
    mission,
    role,
    doors: one && hasDoors(role) ? (doors ?? null) : null,
    sessions: one && hasSessions(role) ? (sessions ?? null) : null,
  };
}

/** Whether nothing is ticked where something has to be. */
export const isEmpty = (grant: Grant): boolean => {
  const { doors, sessions } = settled(grant);
  return doors?.length === 0 || sessions?.length === 0;
};

/** What a grant gives, in words: Floor, the mission: these doors. */
export function grantText(grant: Grant, missionName: string, plan: Programme | null): string {
  const said = t('accounts.grant', {
    role: t(`role.${grant.role}`),
    mission: grant.mission === '*' ? t('accounts.every-mission') : missionName,
  });
  const scope = hasSessions(grant.role)
    ? sessionsText(grant.sessions, plan)
    : hasDoors(grant.role)
      ? doorsText(grant.doors, plan)
      : null;
  return scope === null ? said : t('accounts.grant-scope', { grant: said, scope });
}

function sessionsText(sessions: readonly string[] | null | undefined, plan: Programme | null): string {
  if (!sessions) return t('sessions.every');
  if (sessions.length === 0) return t('sessions.none');
  return some(sessions.map((id) => plan?.sessions.find((s) => s.id === id)?.title ?? id));
}

/** The most powerful first, as people look for it. */
export const byPower = (a: Grant, b: Grant): number => roles.indexOf(a.role) - roles.indexOf(b.role);
