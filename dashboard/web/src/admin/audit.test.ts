import { expect, test } from 'vitest';
import { differences, everything, joined, lastOf, queryOf, type AuditPage } from './audit';

const zone = 'America/Mexico_City';

test('no filter asks for everything', () => expect(queryOf(everything, zone)).toBe(''));

test('days are those of the zone, and the last one is within', () => {
  const query = new URLSearchParams(queryOf({ ...everything, from: '2026-02-15', to: '2026-02-16' }, zone));
  expect(query.get('from')).toBe('2026-02-15T06:00:00.000Z');
  expect(query.get('to')).toBe('2026-02-17T06:00:00.000Z');
});

test('kind, person and page are asked for', () =>
  expect(queryOf({ ...everything, kind: 'sign-in', who: ' ana ' }, zone, 900)).toBe(
    'kind=sign-in&who=ana&before=900',
  ));

const page = (ids: number[], more: boolean): AuditPage => ({
  rows: ids.map((id) => ({
    id,
    at: '',
    kind: 'sign-in',
    who: '',
    whoKind: 'account',
    from: '',
    what: '',
    before: '',
    after: '',
  })),
  more,
});

test('pages follow one another, and no row is there twice', () => {
  const first = joined(null, page([9, 8, 7], true));
  expect(lastOf(first)).toBe(7);
  const second = joined(first, page([7, 6], false));
  expect(second.rows.map((row) => row.id)).toEqual([9, 8, 7, 6]);
  expect(second.more).toBe(false);
  expect(lastOf(null)).toBeUndefined();
});

test('what is different is told field by field', () =>
  expect(
    differences(
      '{"name":"Door 3","role":"floor","doors":["room:a"],"same":1}',
      '{"name":"Door 3","role":"supervisor","doors":null,"same":1,"n":{"x":2}}',
    ),
  ).toEqual([
    { field: 'role', before: 'floor', after: 'supervisor' },
    { field: 'doors', before: 'room:a', after: '' },
    { field: 'n', before: '', after: '{"x":2}' },
  ]));

test('what is new is told whole, and what is no object as it is', () => {
  expect(differences('', '{"name":"Door 3"}')).toEqual([{ field: 'name', before: '', after: 'Door 3' }]);
  expect(differences('30', '90')).toEqual([{ field: '', before: '30', after: '90' }]);
  expect(differences('', '')).toEqual([]);
});
