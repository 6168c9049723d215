import { expect, test } from 'vitest';
import { Failure } from '../shared/api';
import type { Decision, ScanRequest } from '../shared/contract';
import { ScanQueue, type Pending } from './scanQueue';
import { uuid7 } from './uuid';

const request = (scanId: string): ScanRequest => ({
  scanId,
  code: `code of ${scanId}`,
  door: { room: 'r' },
  direction: 'entry',
  scannedAt: 'scanned',
  sentAt: 'first sent',
});

const admitted = (scanId: string): Decision => ({
  scanId,
  outcome: 'admitted',
  text: '',
  overridable: false,
  marks: [],
  venue: { id: 'v', name: 'V' },
  occupancy: { present: 1, legal: 2 },
  version: 1,
  serverTime: '',
});

type Answer = Decision | Failure;

/** A door with a server that answers as it is told, when it is told. */
class Door {
  readonly sent: ScanRequest[] = [];
  readonly waited: number[] = [];
  readonly decided: string[] = [];
  readonly failed: number[] = [];
  readonly states: string[] = [];
  private readonly asked: ((answer: Answer) => void)[] = [];
  private readonly arrivals: (() => void)[] = [];
  private stamps = 0;
  private awake: (() => void) | null = null;

  readonly queue = new ScanQueue({
    send: (sent) => {
      this.sent.push(sent);
      this.arrivals.shift()?.();
      return new Promise((resolve, reject) =>
        this.asked.push((answer) => (answer instanceof Failure ? reject(answer) : resolve(answer))),
      );
    },
    stamp: () => `sent ${++this.stamps}`,
    now: () => 0,
    sleep: (milliseconds, woken) => {
      this.waited.push(milliseconds);
      return new Promise((resolve) => {
        this.awake = resolve;
        woken.addEventListener('abort', () => resolve());
      });
    },
    show: (queue: readonly Pending[]) => this.states.push(queue.map((p) => p.state).join(' ')),
    decided: (decision) => this.decided.push(decision.scanId),
    failed: (failure) => this.failed.push(failure.status),
  });

  async answer(answer: Answer): Promise<void> {
    this.asked.shift()?.(answer);
    await this.settled();
  }

  async sleepIsOver(): Promise<void> {
    this.awake?.();
    await this.settled();
  }

  async settled(): Promise<void> {
    for (let i = 0; i < 10; i++) await Promise.resolve();
  }
}

const away = new Failure(0, null, null);
const busy = (retryAfter: number | null) => new Failure(503, null, retryAfter);

test('a scan is decided only by the server’s answer', async () => {
  const door = new Door();
  door.queue.add(request('a'), 'A');
  await door.settled();
  expect(door.decided).toEqual([]);
  expect(door.states.at(-1)).toBe('checking');
  await door.answer(admitted('a'));
  expect(door.decided).toEqual(['a']);
  expect(door.states.at(-1)).toBe('');
});

test('a scan without an answer is sent again under the same id, with the time of its sending', async () => {
  const door = new Door();
  door.queue.add(request('a'), 'A');
  await door.answer(away);
  expect(door.states.at(-1)).toBe('retrying');
  expect(door.decided).toEqual([]);
  await door.sleepIsOver();
  expect(door.sent.map((s) => s.scanId)).toEqual(['a', 'a']);
  expect(door.sent.map((s) => s.scannedAt)).toEqual(['scanned', 'scanned']);
  expect(door.sent.map((s) => s.sentAt)).toEqual(['sent 1', 'sent 2']);
  await door.answer(admitted('a'));
  expect(door.decided).toEqual(['a']);
});

test('the wait is the server’s when it names one, and else doubles up to ten seconds', async () => {
  const door = new Door();
  door.queue.add(request('a'), 'A');
  await door.answer(busy(2_500));
  for (let i = 0; i < 5; i++) {
    await door.sleepIsOver();
    await door.answer(away);
  }
  expect(door.waited).toEqual([2_500, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

test('scans wait for the one before them and are sent in their order', async () => {
  const door = new Door();
  door.queue.add(request('a'), 'A');
  door.queue.add(request('b'), 'B');
  await door.answer(busy(null));
  expect(door.states.at(-1)).toBe('retrying waiting');
  expect(door.sent.map((s) => s.scanId)).toEqual(['a']);
  await door.sleepIsOver();
  await door.answer(admitted('a'));
  await door.answer(admitted('b'));
  expect(door.sent.map((s) => s.scanId)).toEqual(['a', 'a', 'b']);
  expect(door.decided).toEqual(['a', 'b']);
});

test.each([400, 401, 403, 404, 409, 413])(
  'what the server will never take (%i) is handed back at once',
  async (status) => {
    const door = new Door();
    door.queue.add(request('a'), 'A');
    door.queue.add(request('b'), 'B');
    await door.answer(new Failure(status, null, null));
    expect(door.failed).toEqual([status]);
    expect(door.decided).toEqual([]);
    expect(door.sent.map((s) => s.scanId)).toEqual(['a', 'b']);
  },
);

test.each([0, 408, 429, 500, 502, 503, 504])('what may pass (%i) is tried again', async (status) => {
  const door = new Door();
  door.queue.add(request('a'), 'A');
  await door.answer(new Failure(status, null, null));
  expect(door.failed).toEqual([]);
  expect(door.waited).toEqual([1_000]);
});

test('a network that is back ends the wait', async () => {
  const door = new Door();
  door.queue.add(request('a'), 'A');
  await door.answer(away);
  door.queue.hurry();
  await door.settled();
  expect(door.sent).toHaveLength(2);
});

test('the queue starts again after it was empty', async () => {
  const door = new Door();
  door.queue.add(request('a'), 'A');
  await door.answer(admitted('a'));
  door.queue.add(request('b'), 'B');
  await door.answer(admitted('b'));
  expect(door.decided).toEqual(['a', 'b']);
});

test('scan ids are UUIDs of version 7 and ordered by time', () => {
  const ids = [1_771_252_867_000, 1_771_252_867_001, 1_771_252_990_000].map((at) => uuid7(at));
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([...ids].sort()).toEqual(ids);
  expect(uuid7(0x0198c0de0000, new Uint8Array(10))).toBe('0198c0de-0000-7000-8000-000000000000');
  expect(uuid7(0x0198c0de0000, new Uint8Array(10).fill(255))).toBe('0198c0de-0000-7fff-bfff-ffffffffffff');
  expect(new Set(Array.from({ length: 1000 }, () => uuid7(5))).size).toBe(1000);
});
