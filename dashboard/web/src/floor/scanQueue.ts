import { Failure } from '../shared/api';
import type { Decision, ScanRequest } from '../shared/contract';

/** A scan on its way to the server. Nothing is known about it until it is answered. */
export interface Pending {
  request: ScanRequest;
  /** What the operator recognises it by: the code that was read, or the person's name. */
  label: string;
  state: 'waiting' | 'checking' | 'retrying';
  /** When it is sent again, in milliseconds of this machine's clock; null while it is on its way. */
  retryAt: number | null;
}

export interface Outside {
  send: (request: ScanRequest) => Promise<Decision>;
  /** What the device writes on a scan when it sends it. */
  stamp: () => string;
  now: () => number;
  sleep: (milliseconds: number, woken: AbortSignal) => Promise<void>;
  /** The queue as it is now, after every step. */
  show: (queue: readonly Pending[]) => void;
  decided: (decision: Decision, pending: Pending) => void;
  failed: (failure: Failure, pending: Pending) => void;
}

/**
 * The scans of this page, sent one at a time and in order. A scan that got no answer is sent again under the same id until it gets one:
 * the server knows it by that id and never counts it twice. What the server will never take is handed back as failed.
 */
export class ScanQueue {
  private queue: Pending[] = [];
  private running = false;
  private wake = new AbortController();

  constructor(private readonly outside: Outside) {}

  add(request: ScanRequest, label: string): void {
    this.queue = [...this.queue, { request, label, state: 'waiting', retryAt: null }];
    this.outside.show(this.queue);
    if (!this.running) void this.run();
  }

  /** Sends what waits for its time at once: the network is back. */
  hurry(): void {
    this.wake.abort();
  }

  private async run(): Promise<void> {
    this.running = true;
    for (let head = this.queue[0]; head; head = this.queue[0]) await this.settle(head);
    this.running = false;
  }

  private async settle(pending: Pending): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      this.is({ state: attempt === 0 ? 'checking' : 'retrying', retryAt: null });
      try {
        const decision = await this.outside.send({ ...pending.request, sentAt: this.outside.stamp() });
        this.shift();
        this.outside.decided(decision, pending);
        return;
      } catch (error) {
        const failure = error instanceof Failure ? error : new Failure(0, null, null);
        if (!failure.passes) {
          this.shift();
          this.outside.failed(failure, pending);
          return;
        }
        const wait = failure.retryAfter ?? Math.min(10_000, 1_000 * 2 ** attempt);
        this.is({ state: 'retrying', retryAt: this.outside.now() + wait });
        this.wake = new AbortController();
        await this.outside.sleep(wait, this.wake.signal);
      }
    }
  }

  private is(change: Partial<Pending>): void {
    this.queue = this.queue.map((pending, index) => (index === 0 ? { ...pending, ...change } : pending));
    this.outside.show(this.queue);
  }

  private shift(): void {
    this.queue = this.queue.slice(1);
    this.outside.show(this.queue);
  }
}

/** Sleeps, unless woken. */
export const sleep = (milliseconds: number, woken: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    woken.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
