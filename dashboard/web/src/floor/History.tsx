import { clockTime } from '../shared/format';
import { AdmittedIcon, ExitedIcon, OfflineIcon, RefusedIcon, UndoIcon, WarningIcon } from '../shared/icons';
import { t } from '../shared/language';
import { zoneOf } from '../shared/store';
import { cueOf, history, shown, type Settled } from './state';

const icons = {
  admitted: AdmittedIcon,
  exited: ExitedIcon,
  refused: RefusedIcon,
  soft: WarningIcon,
  trouble: OfflineIcon,
} as const;

/** The last decisions of this device, newest on top; one only while a decision fills the screen, which is not said twice. */
export function History() {
  const current = shown.value;
  const before = current
    ? history.value.filter((s) => s.request.scanId !== current.request.scanId).slice(0, 1)
    : history.value.slice(0, 3);
  return (
    <section class="history" aria-label={t('floor.last')}>
      {history.value.length === 0 && <p class="quiet">{t('floor.last-none')}</p>}
      <ul>
        {before.map((settled) => (
          <Line key={settled.request.scanId} settled={settled} />
        ))}
      </ul>
    </section>
  );
}

function Line({ settled }: { settled: Settled }) {
  const { decision, annulled } = settled;
  const cue = cueOf(settled);
  const Icon = annulled ? UndoIcon : icons[cue];
  const word = annulled
    ? t('floor.undone')
    : !decision
      ? t('floor.failed')
      : decision.reason
        ? t(`reason.${decision.reason}`)
        : t(`kind.${decision.outcome}`);
  return (
    <li class={`history-line ${annulled ? '' : cue}`}>
      <span class="history-word">
        <Icon />
        {word}
      </span>
      <span class="history-who">{decision?.delegate?.name ?? settled.label}</span>
      {decision && (
        <span class="figure quiet">
          {clockTime(decision.serverTime, zoneOf({ venue: decision.venue.id }))}
        </span>
      )}
    </li>
  );
}
