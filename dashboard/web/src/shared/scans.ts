import type { Reason, ScanLine } from './contract';
import { t } from './language';
import { roomOf, sessionOf, venueOf } from './store';

type Happened = Pick<ScanLine, 'kind' | 'reason' | 'overrode' | 'operator' | 'why'>;

/** What happened, in words: the outcome, or why not, or past which limit. */
export function words({ kind, reason, overrode }: Omit<Happened, 'operator' | 'why'>): string {
  if (kind === 'refused' && reason) return t(`reason.${reason}`);
  if (kind !== 'annulled' && overrode) return letIn(overrode);
  return t(`kind.${kind}`);
}

const letIn = (past: Reason): string =>
  past === 'over-comfort' || past === 'held-seats'
    ? t(`let-in.${past}`)
    : t('overrode', { reason: t(`reason.${past}`) });

/** The same with whose doing it was and the reason they gave, where somebody answers for it: an override, an annulment. */
export function account(line: Happened): string {
  const what = words(line);
  if (line.kind !== 'annulled' && !line.overrode) return what;
  const by = line.operator ? t('said.by', { what, who: line.operator }) : what;
  return line.why ? t('said.why', { what: by, why: line.why }) : by;
}

/** Who it was: the name, or the code that nobody has; one person, for those who may not know who. */
export const who = (line: Pick<ScanLine, 'delegate' | 'code'>): string =>
  line.delegate?.name ?? (line.code ? t('code.unknown', { code: line.code }) : t('scans.somebody'));

/** Which door: the room and its session, or the venue's own. */
export function door(line: Pick<ScanLine, 'venue' | 'room' | 'session'>): string {
  const venue = venueOf.value.get(line.venue)?.name ?? line.venue;
  const room = line.room ? (roomOf.value.get(line.room)?.name ?? line.room) : null;
  const session = line.session ? sessionOf.value.get(line.session)?.title : null;
  return [room ?? venue, session].filter(Boolean).join(' · ');
}

/** Whether a person has to look at this: a badge in two places, or somebody let in past a limit. */
export const needsDecision = (line: ScanLine): boolean =>
  line.kind !== 'annulled' && (line.marks.includes('cloned-badge') || Boolean(line.overrode));

/** Refusals that the person at the door cannot settle with the delegate alone. */
const notable = new Set([
  'room-full',
  'venue-full',
  'revoked-badge',
  'wrong-mission',
  'held-seats',
  'over-comfort',
]);

export const needsAttention = (line: ScanLine): boolean =>
  line.kind === 'refused' && notable.has(line.reason ?? '');

/** The last refusal of each kind at each door that a person should look at, newest first. Not counted: the last scans are not all scans. */
export function turnedAway(scans: readonly ScanLine[]): ScanLine[] {
  const found = new Map<string, ScanLine>();
  for (const line of scans.filter(needsAttention)) {
    const key = [line.reason, line.venue, line.room, line.session].join(' ');
    if (!found.has(key)) found.set(key, line);
  }
  return [...found.values()];
}
