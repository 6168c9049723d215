import type { ScanLine } from '../shared/contract';
import { clockTime, zoneName, zonesMix } from '../shared/format';
import { useHeld } from '../shared/held';
import { AdmittedIcon, ExitedIcon, RefusedIcon, StarIcon, UndoIcon, WarningIcon } from '../shared/icons';
import { t } from '../shared/language';
import { account, door, needsDecision, who } from '../shared/scans';
import { minute, programme, snapshot, zoneOf } from '../shared/store';
import { open } from './Verdict';

const icons = {
  admitted: AdmittedIcon,
  exited: ExitedIcon,
  refused: RefusedIcon,
  departed: ExitedIcon,
  annulled: UndoIcon,
} as const;

/** What happened at the doors, newest on top; above it what somebody has to decide. */
export function LastScans() {
  const state = snapshot.value;
  const { list, waits, hold } = useHeld(state?.scans ?? null);
  const zones = programme.value?.cities.map((c) => c.timeZone) ?? [];
  const mixed = minute.value !== null && zonesMix(zones, minute.value);
  const decisions = state ? open(state.alerts, state.scans) : [];
  // what stands above waits there; it is not said twice
  const above = new Set(decisions.map((line) => line.scanId));
  const rest = list?.filter((line) => !above.has(line.scanId)) ?? null;
  return (
    <section class="panel scans" aria-labelledby="scans-title">
      <header class="panel-top">
        <h2 id="scans-title">{t('ops.scans')}</h2>
        {waits && (
          <span class="quiet" role="status">
            {t('ops.scans-held')}
          </span>
        )}
      </header>
      {decisions.length > 0 && (
        <ul class="decisions" aria-label={t('ops.decisions')} tabIndex={0}>
          {decisions.map((line) => (
            <Row key={line.scanId} line={line} mixed={mixed} />
          ))}
        </ul>
      )}
      {rest === null ? (
        <Shapes />
      ) : list?.length === 0 ? (
        <p class="panel-empty">{t('ops.scans-none')}</p>
      ) : (
        <ul class="scan-list scrolls" tabIndex={0} aria-label={t('ops.scans')} {...hold}>
          {rest.map((line) => (
            <Row key={line.scanId} line={line} mixed={mixed} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ line, mixed }: { line: ScanLine; mixed: boolean }) {
  const Icon = needsDecision(line) ? WarningIcon : icons[line.kind];
  const zone = zoneOf(line);
  // an account of what somebody did is a sentence, and takes a line of its own
  const told = Boolean(line.overrode) || line.marks.length > 0 || line.kind === 'annulled';
  return (
    <li class={`scan-row ${line.kind} ${needsDecision(line) ? 'decide' : ''} ${told ? 'told' : ''}`}>
      <span class="scan-time figure">
        {clockTime(line.at, zone)}
        {mixed && <small>{zoneName(zone, line.at)}</small>}
      </span>
      <span class="scan-what">
        <Icon />
        <span>{[account(line), ...line.marks.map((mark) => t(`mark.${mark}`))].join(' · ')}</span>
      </span>
      <span class="scan-who">
        {line.delegate || line.code ? <b>{who(line)}</b> : <span class="quiet">{who(line)}</span>}
        {line.delegate?.vip && (
          <span class="vip">
            <StarIcon />
            {t('vip')}
          </span>
        )}
        {line.delegate?.organisation && <span class="quiet"> {line.delegate.organisation}</span>}
      </span>
      <span class="scan-door quiet">{door(line)}</span>
    </li>
  );
}

function Shapes() {
  return (
    <div aria-hidden="true">
      {Array.from({ length: 6 }, (_, row) => (
        <div class="scan-row" key={row}>
          <span class="skeleton">00:00</span>
          <span class="skeleton">Admitted</span>
          <span class="skeleton">A person, an organisation</span>
        </div>
      ))}
    </div>
  );
}
