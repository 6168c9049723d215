import type { RosterOrganisation, RosterPerson } from '../shared/contract';

export type View = 'missing' | 'here';

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const belongs: Record<View, (person: RosterPerson) => boolean> = {
  missing: (person) => !person.arrivedAt && Boolean(person.expected),
  here: (person) => Boolean(person.arrivedAt),
};

/**
 * The organisations that have somebody to show, with those people; important guests and held seats first, then by name.
 * The counts beside an organisation stay the server's.
 */
export function select(
  organisations: readonly RosterOrganisation[],
  view: View,
  text: string,
): RosterOrganisation[] {
  const wanted = fold(text.trim());
  return organisations
    .map((group) => ({
      ...group,
      people: group.people
        .filter(belongs[view])
        .filter((p) => wanted === '' || fold(`${p.delegate.name} ${group.organisation}`).includes(wanted))
        .sort((a, b) => weight(b) - weight(a) || a.delegate.name.localeCompare(b.delegate.name)),
    }))
    .filter((group) => group.people.length > 0)
    .sort((a, b) => heaviest(b) - heaviest(a) || a.organisation.localeCompare(b.organisation));
}

const weight = (person: RosterPerson) => (person.delegate.vip ? 2 : 0) + (person.seatHeld ? 1 : 0);
const heaviest = (group: RosterOrganisation) => Math.max(...group.people.map(weight));
