import { expect, test } from 'vitest';
import type { RosterOrganisation, RosterPerson } from '../shared/contract';
import { select } from './people';

const person = (name: string, parts: Partial<RosterPerson> & { vip?: boolean } = {}): RosterPerson => ({
  delegate: {
    id: name,
    name,
    organisation: '',
    sector: '',
    language: 'en',
    vip: parts.vip ?? false,
    note: '',
  },
  expected: 'registered',
  seatHeld: false,
  arrivedAt: null,
  visits: 0,
  inside: false,
  ...parts,
});

const here = { arrivedAt: '2026-02-16T14:41:07Z', visits: 1, inside: true };

const organisations: RosterOrganisation[] = [
  { organisation: 'Acme', expected: 2, arrived: 1, people: [person('Zoé Díaz'), person('Adam', here)] },
  { organisation: 'Boréal', expected: 2, arrived: 0, people: [person('Ben'), person('Cleo', { vip: true })] },
  {
    organisation: 'Walk-ins',
    expected: 0,
    arrived: 1,
    people: [person('Dora', { ...here, expected: null })],
  },
  { organisation: 'Cedar', expected: 1, arrived: 0, people: [person('Eve', { seatHeld: true })] },
];

const names = (groups: RosterOrganisation[]) =>
  groups.map((g) => [g.organisation, ...g.people.map((p) => p.delegate.name)]);

test('the missing are those who are expected and not here, VIPs first, then held seats', () => {
  expect(names(select(organisations, 'missing', ''))).toEqual([
    ['Boréal', 'Cleo', 'Ben'],
    ['Cedar', 'Eve'],
    ['Acme', 'Zoé Díaz'],
  ]);
});

test('the arrived are all who came, expected or not', () => {
  expect(names(select(organisations, 'here', ''))).toEqual([
    ['Acme', 'Adam'],
    ['Walk-ins', 'Dora'],
  ]);
});

test('people are found by name or organisation, without regard to accents and case', () => {
  expect(names(select(organisations, 'missing', 'diaz'))).toEqual([['Acme', 'Zoé Díaz']]);
  expect(names(select(organisations, 'missing', ' BOREAL '))).toEqual([['Boréal', 'Cleo', 'Ben']]);
  expect(select(organisations, 'missing', 'nobody')).toEqual([]);
});

test('the counts of an organisation stay the server’s', () => {
  expect(select(organisations, 'missing', '').find((g) => g.organisation === 'Acme')).toMatchObject({
    expected: 2,
    arrived: 1,
  });
});
