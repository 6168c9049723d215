import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  allows,
  become,
  end,
  ended,
  mayEverywhere,
  me,
  recheck,
  roleOf,
  type Me,
  type Permission,
} from './access';
import { ask } from './api';

const somebody = (given: Partial<Me>): Me => ({
  kind: 'account',
  id: 'ana',
  name: 'Ana',
  everywhere: [],
  missions: {},
  mustSetUp: false,
  ...given,
});

const nobody = somebody({ kind: 'nobody', id: '', name: '' });

/** A server that answers everything with this, for one test. */
function answering(status: number, body: unknown): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })));
}

beforeEach(() => {
  vi.useFakeTimers();
  me.value = null;
  ended.value = null;
});

describe('what one may do', () => {
  const scanner = somebody({ missions: { demo: ['board', 'scan'] } });

  test.each<[Permission, string, boolean]>([
    ['scan', 'demo', true],
    ['scan', 'forum', false],
    ['override', 'demo', false],
  ])('%s in %s: %s', (permission, mission, may) => expect(allows(scanner, permission, mission)).toBe(may));

  test('under * it holds in every mission', () =>
    expect(allows(somebody({ missions: { '*': ['audit'] } }), 'audit', 'forum')).toBe(true));

  test('what holds for the installation is told apart', () => {
    me.value = somebody({ everywhere: ['accounts'], missions: { '*': ['devices'] } });
    expect(mayEverywhere('accounts')).toBe(true);
    expect(mayEverywhere('devices')).toBe(false);
    expect(allows(me.value, 'accounts', 'demo')).toBe(true);
  });

  test('nobody may do anything, and neither may who is not known yet', () => {
    expect(allows(nobody, 'board', 'demo')).toBe(false);
    expect(allows(null, 'board', 'demo')).toBe(false);
  });

  test.each([
    [['board'], 'viewer'],
    [['roster'], 'host'],
    [['board', 'scan'], 'floor'],
    [['board', 'people', 'scan', 'search', 'override', 'annul', 'roster', 'muster'], 'supervisor'],
    [['board', 'scan', 'override', 'devices'], 'administrator'],
    [[], null],
  ])('permissions %j are those of %s', (held, role) =>
    expect(roleOf(somebody({ missions: { demo: held } }), 'demo')).toBe(role),
  );
});

describe('when an access ends', () => {
  test('the first reason stands', () => {
    me.value = somebody({ kind: 'device', name: 'Door 3' });
    end('revoked');
    end('unknown');
    expect(ended.value?.why).toBe('revoked');
    expect(ended.value?.was.name).toBe('Door 3');
  });

  test('nobody has nothing that could end', () => {
    me.value = nobody;
    end('signed-out');
    expect(ended.value).toBeNull();
  });

  test('a call that is answered so ends it, but lets the hub say why first', async () => {
    me.value = somebody({});
    answering(401, { type: 'urn:eventops:problem:no-credentials', title: 'Who is this?', status: 401 });
    await expect(ask('/api/missions')).rejects.toMatchObject({ status: 401 });
    expect(ended.value).toBeNull();
    end('expired');
    vi.runAllTimers();
    expect(ended.value?.why).toBe('expired');
  });

  test('a call that is answered so ends it when nobody says why', async () => {
    me.value = somebody({});
    answering(401, null);
    await expect(ask('/api/missions')).rejects.toMatchObject({ status: 401 });
    vi.runAllTimers();
    expect(ended.value?.why).toBe('unknown');
  });

  test.each([
    ['2026-02-16T12:00:00Z', 'expired'],
    ['2026-02-16T12:00:01Z', 'unknown'],
  ])('where nobody says why, a page whose access was good until %s calls it %s', (expiresAt, why) => {
    vi.setSystemTime(new Date('2026-02-16T12:00:00Z'));
    me.value = somebody({ kind: 'host-link', expiresAt });
    end('unknown');
    expect(ended.value).toMatchObject({ why });
  });

  test('a wrong password ends nothing', async () => {
    me.value = somebody({});
    answering(401, { type: 'urn:eventops:problem:wrong-password', title: '', status: 401 });
    await expect(become('sign-in', { name: 'ana', password: 'x' })).rejects.toMatchObject({ status: 401 });
    vi.runAllTimers();
    expect(ended.value).toBeNull();
  });

  test('who asks again and is nobody by now knows it', async () => {
    me.value = somebody({});
    answering(200, nobody);
    await recheck();
    expect(ended.value?.why).toBe('unknown');
  });

  test('who asks again and is somebody else by now knows it', async () => {
    me.value = somebody({});
    answering(200, somebody({ id: 'ben', name: 'Ben' }));
    await recheck();
    expect(ended.value?.why).toBe('changed');
    expect(ended.value?.was.name).toBe('Ana');
  });

  test('who asks again and is the same goes on with what they may do now', async () => {
    me.value = somebody({});
    answering(200, somebody({ missions: { demo: ['board'] } }));
    await recheck();
    expect(ended.value).toBeNull();
    expect(allows(me.value, 'board', 'demo')).toBe(true);
  });

  test('a server that is away ends nothing', async () => {
    me.value = somebody({});
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    await recheck();
    expect(ended.value).toBeNull();
  });

  test('whoever signs in here hears nothing of the end of who they were', async () => {
    me.value = somebody({});
    answering(200, somebody({ id: 'ben' }));
    await become('sign-in', { name: 'ben', password: 'x' });
    end('signed-out');
    expect(ended.value).toBeNull();
  });
});
