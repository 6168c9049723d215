import type { Occupancy as Count } from './contract';
import { Figure } from './Figure';
import { signed } from './format';
import { DownIcon, LevelIcon, RefusedIcon, UpIcon, WarningIcon } from './icons';
import { number, t } from './language';

export type Level = 'normal' | 'comfort' | 'full';

/** Amber from comfort, red at the legal limit. */
export function levelOf(count: Count): Level {
  if (count.present >= count.legal) return 'full';
  return typeof count.comfort === 'number' && count.present >= count.comfort ? 'comfort' : 'normal';
}

/** The word and the icon of a level; nothing when all is well. */
export function LevelWord({ level }: { level: Level }) {
  if (level === 'normal') return null;
  return (
    <span class={`level ${level}`}>
      {level === 'full' ? <RefusedIcon /> : <WarningIcon />}
      {level === 'full' ? t('state.full') : t('state.comfort')}
    </span>
  );
}

export function Bar({ count }: { count: Count }) {
  const whole = Math.max(count.legal, count.present, 1);
  const part = (value: number) => `${Math.min(100, (value / whole) * 100)}%`;
  const comfort = typeof count.comfort === 'number' ? count.comfort : null;
  const label =
    comfort === null
      ? t('occupancy.label-legal', { present: count.present, legal: count.legal })
      : t('occupancy.label', { present: count.present, comfort, legal: count.legal });
  return (
    <span
      class={`bar ${levelOf(count)}`}
      role="meter"
      aria-valuemin={0}
      aria-valuemax={whole}
      aria-valuenow={count.present}
      aria-valuetext={label}
      aria-label={t('ops.occupancy')}
      title={label}
    >
      <span class="bar-track">
        <span class="bar-fill" style={{ width: part(count.present) }} />
      </span>
      {comfort !== null && <span class="bar-mark comfort" style={{ left: part(comfort) }} />}
      <span class="bar-mark legal" style={{ left: part(count.legal) }} />
    </span>
  );
}

/** How many more or fewer than ten minutes ago. */
export function Trend({ value }: { value: number }) {
  return (
    <span class="trend" title={t('occupancy.trend', { trend: signed(value) })}>
      {value > 0 ? <UpIcon /> : value < 0 ? <DownIcon /> : <LevelIcon />}
      <span class="figure">{signed(value)}</span>
    </span>
  );
}

/**
 * How many are in a place, against how many the organiser wants there and how many the law allows, and where it is going.
 * `row` is four cells of a table's grid; `card` stands alone, with its marks named.
 */
export function Occupancy({
  count,
  trend,
  shape,
}: {
  count: Count;
  trend?: number | undefined;
  shape: 'row' | 'card';
}) {
  const level = levelOf(count);
  if (shape === 'row')
    return (
      <>
        <Bar count={count} />
        <span class={`count ${level}`}>
          <Figure value={count.present} />
          <span class="of">/{number(count.legal)}</span>
        </span>
        {trend === undefined ? <span /> : <Trend value={trend} />}
      </>
    );
  return (
    <div class={`occupancy ${level}`}>
      <div class="occupancy-top">
        <span class="occupancy-number">
          <Figure value={count.present} />
        </span>
        <span class="occupancy-legend">
          {t('occupancy.inside')}
          {trend !== undefined && <Trend value={trend} />}
        </span>
        <LevelWord level={level} />
      </div>
      <Bar count={count} />
      <div class="occupancy-marks">
        {typeof count.comfort === 'number' && (
          <span>
            {t('occupancy.comfort')} <b class="figure">{number(count.comfort)}</b>
          </span>
        )}
        <span>
          {t('occupancy.legal')} <b class="figure">{number(count.legal)}</b>
        </span>
      </div>
    </div>
  );
}
