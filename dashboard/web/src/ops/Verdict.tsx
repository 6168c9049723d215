import type { ComponentChildren } from 'preact';
import type { Room, ScanLine } from '../shared/contract';
import { clockTime } from '../shared/format';
import { CheckIcon, OfflineIcon, RefusedIcon, WaitingIcon, WarningIcon } from '../shared/icons';
import { number, t } from '../shared/language';
import { levelOf } from '../shared/Occupancy';
import { account, door, needsDecision, turnedAway, who, words } from '../shared/scans';
import { programme, roomView, snapshot, stale, zoneOf } from '../shared/store';

/** Is everything all right? One line that answers, and beside it the rooms and people that it is about. */
export function Verdict() {
  const state = snapshot.value;
  const rooms = programme.value?.rooms ?? [];
  const at = (level: string) =>
    rooms.filter((room) => {
      const view = roomView.value.get(room.id);
      return view && levelOf(view.occupancy) === level;
    });
  const full = at('full');
  const comfort = at('comfort');
  const refused = turnedAway(state?.scans ?? []);
  const decisions = open(state?.alerts ?? [], state?.scans ?? []);
  return (
    <section class="verdict" aria-label={t('ops.verdict')}>
      <Headline full={full.length > 0} comfort={comfort.length > 0} loading={!state} />
      <Cell title={t('ops.full')} loading={!state} none={t('ops.none-f')}>
        {full.map((room) => (
          <RoomAt key={room.id} room={room} />
        ))}
      </Cell>
      <Cell title={t('ops.over-comfort')} loading={!state} none={t('ops.none-f')}>
        {comfort.map((room) => (
          <RoomAt key={room.id} room={room} />
        ))}
      </Cell>
      <Cell title={t('ops.refusals')} loading={!state} none={t('ops.none')}>
        {refused.map((line) => (
          <RefusedAt key={line.scanId} line={line} />
        ))}
      </Cell>
      <Cell title={t('ops.decisions')} loading={!state} none={t('ops.none-f')}>
        {decisions.map((line) => (
          <DecisionAt key={line.scanId} line={line} />
        ))}
      </Cell>
    </section>
  );
}

/** What waits for a decision: the server's alerts, and whoever was let in past a limit among the last scans. */
export function open(alerts: ScanLine[], scans: ScanLine[]): ScanLine[] {
  const known = new Set(alerts.map((line) => line.scanId));
  return [...alerts, ...scans.filter((line) => needsDecision(line) && !known.has(line.scanId))];
}

function Headline({ full, comfort, loading }: { full: boolean; comfort: boolean; loading: boolean }) {
  const [level, icon, text] = loading
    ? ['', <WaitingIcon />, t('ops.waiting')]
    : stale.value
      ? ['', <OfflineIcon />, t('ops.stale')]
      : full
        ? ['full', <RefusedIcon />, t('ops.some-full')]
        : comfort
          ? ['comfort', <WarningIcon />, t('ops.some-comfort')]
          : ['', <CheckIcon />, t('ops.all-right')];
  return (
    <p class={`verdict-headline ${level}`} role="status">
      {icon}
      {text}
    </p>
  );
}

function Cell({
  title,
  loading,
  none,
  children,
}: {
  title: string;
  loading: boolean;
  none: string;
  children: ComponentChildren[];
}) {
  return (
    <div class={`verdict-cell ${!loading && children.length === 0 ? 'none' : ''}`}>
      <h2>{title}</h2>
      {loading ? (
        <span class="skeleton">Room 000</span>
      ) : children.length === 0 ? (
        <span class="quiet">{none}</span>
      ) : (
        // it scrolls when there is much in it, so that the keyboard has to reach it
        <ul tabIndex={0} aria-label={title}>
          {children}
        </ul>
      )}
    </div>
  );
}

function RoomAt({ room }: { room: Room }) {
  const count = roomView.value.get(room.id)?.occupancy;
  if (!count) return null;
  return (
    <li class={`verdict-item ${levelOf(count)}`}>
      <span class="verdict-name">{room.name}</span>
      <span class="figure">
        {number(count.present)}/{number(count.legal)}
      </span>
    </li>
  );
}

/** Why people were turned away, at which door and when the last was. */
function RefusedAt({ line }: { line: ScanLine }) {
  return (
    <li class="verdict-matter">
      <b>{words(line)}</b>
      <span class="figure">{clockTime(line.at, zoneOf(line))}</span>
      <span class="verdict-more">{door({ ...line, session: null })}</span>
    </li>
  );
}

/** Who has to be looked at, and why: a badge in two places, or who let them in past which limit. */
function DecisionAt({ line }: { line: ScanLine }) {
  return (
    <li class="verdict-matter">
      <b>{line.marks.includes('cloned-badge') ? t('mark.cloned-badge') : account(line)}</b>
      <span class="figure">{clockTime(line.at, zoneOf(line))}</span>
      <span class="verdict-more">{who(line)}</span>
    </li>
  );
}
