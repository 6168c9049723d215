import type { ScanLine } from './contract';
import { t } from './language';
import { roomOf, sessionOf, venueOf } from './store';

/** What happened, in words: the outcome, or why not. */
export function words(line: Pick<ScanLine, 'kind' | 'reason'>): string {
  return line.kind === 'refused' && line.reason ? t(`reason.${line.reason}`) : t(`kind.${line.kind}`);
}

/** Who it was: the name, or the code that nobody has. */
export const who = (line: Pick<ScanLine, 'delegate' | 'code'>): string =>
  line.delegate?.name ?? (line.code ? t('code.unknown', { code: line.code }) : '–');

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
