import { HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import { end, ended, recheck, type Why } from './access';
import { backoff, pause } from './backoff';
import type { Beat, Change, Snapshot } from './contract';
import { beaten, changed, connection, snapshot, took } from './store';

/**
 * The page's one connection to the hub. It holds one scope, asks for its snapshot again after a gap, a change of the programme
 * or a reconnect, and never gives up, unless it is told that its access has ended.
 */
export class Live {
  private readonly hub = new HubConnectionBuilder()
    .withUrl('/live')
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (c) => this.nextTry(c.previousRetryCount) })
    .configureLogging(LogLevel.None)
    .build();

  private scope: string | null = null;
  private subscribing: Promise<void> | null = null;
  private listening = false;
  private again = false;
  private waiting: Change[] = [];
  private behind = 0;
  private healedAt = -1;
  private askedAt = 0;

  constructor(private readonly mission: string) {
    // beats come every two seconds, so that this much silence is a dead connection and not a quiet one
    this.hub.serverTimeoutInMilliseconds = 15_000;
    this.hub.on('changed', (change: Change) => this.onChange(change));
    this.hub.on('beat', (beat: Beat) => this.onBeat(beat));
    this.hub.on('accessEnded', ({ why }: { why: Why }) => end(why));
    ended.subscribe((now) => {
      if (now) void this.hub.stop();
    });
    this.hub.onreconnecting(() => (connection.value = 'lost'));
    this.hub.onreconnected(() => this.subscribe());
    this.hub.onclose(() => void this.start());
  }

  /** Shows this scope from now on: `mission`, `city/ID`, `venue/ID` or `session/ID`. */
  show(scope: string): void {
    if (scope === this.scope) return;
    const before = this.scope;
    this.scope = scope;
    if (before !== null && this.hub.state === HubConnectionState.Connected)
      this.hub.invoke('Unsubscribe', this.mission, before).catch(() => undefined);
    if (this.listening) this.subscribe();
    else this.listen();
  }

  /** Connects, so that a page without live numbers hears it too when its access ends. */
  listen(): void {
    this.listening = true;
    void this.start();
  }

  /** An access can end while nobody hears it, as on a phone that slept: whoever cannot connect asks whether they are still known. */
  private nextTry(attempt: number): number | null {
    void recheck();
    return ended.value ? null : backoff(attempt);
  }

  private async start(): Promise<void> {
    for (let attempt = 0; this.hub.state === HubConnectionState.Disconnected && !ended.value; attempt++) {
      connection.value = snapshot.value ? 'lost' : 'connecting';
      try {
        await this.hub.start();
        this.subscribe();
      } catch {
        if (attempt > 0) connection.value = 'lost';
        await recheck();
        await pause(backoff(attempt));
      }
    }
  }

  private subscribe(): void {
    this.again = true;
    // a connection that is still being made subscribes by itself
    if (this.hub.state !== HubConnectionState.Connected) return;
    this.subscribing ??= this.subscribeUntilHeld().finally(() => (this.subscribing = null));
  }

  private async subscribeUntilHeld(): Promise<void> {
    for (let attempt = 0; this.again && this.scope && !ended.value;) {
      this.again = false;
      const scope = this.scope;
      this.waiting = [];
      // a server and a page that disagree for ever must not keep each other busy
      await pause(Math.max(0, this.askedAt + 400 - Date.now()));
      this.askedAt = Date.now();
      try {
        const state = await this.hub.invoke<Snapshot>('Subscribe', this.mission, scope);
        if (scope !== this.scope) continue;
        took(state);
        connection.value = 'live';
        // what came between the question and its answer counts from the snapshot on; older versions fall away by themselves
        const waiting = this.waiting;
        this.waiting = [];
        if (waiting.some((change) => changed(change) === 'again')) this.again = true;
        attempt = 0;
      } catch {
        if (this.hub.state !== HubConnectionState.Connected) return;
        connection.value = 'lost';
        this.again = true;
        await pause(backoff(attempt++));
      }
    }
  }

  private onChange(change: Change): void {
    if (change.mission !== this.mission || change.scope !== this.scope) return;
    if (this.subscribing) this.waiting.push(change);
    else if (changed(change) === 'again') this.subscribe();
  }

  private onBeat(beat: Beat): void {
    if (beat.mission !== this.mission) return;
    beaten(beat);
    this.heal(beat.version);
  }

  /** The last change before a silence can be lost without a gap to show it: two beats ahead of the page say so. Once for each version. */
  private heal(version: number): void {
    const held = snapshot.value;
    const ahead = held !== null && held.scope === 'mission' && version > held.version && !this.subscribing;
    this.behind = ahead ? this.behind + 1 : 0;
    if (this.behind < 2 || version === this.healedAt) return;
    this.behind = 0;
    this.healedAt = version;
    this.subscribe();
  }
}
