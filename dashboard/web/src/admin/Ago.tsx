import { clockTime, duration, mediumDate, zoneName } from '../shared/format';
import { t } from '../shared/language';
import { tick, zoneOf } from '../shared/store';

/** How long ago something was, with the moment itself to look at. The label says what it is where no heading stands above it. */
export function Ago({ at, label }: { at: string | null | undefined; label: string }) {
  const zone = zoneOf({});
  const since = at ? tick.value - Date.parse(at) : 0;
  return (
    <>
      <span class="row-label">{label}</span>{' '}
      {at ? (
        <time dateTime={at} title={`${mediumDate(at, zone)}, ${clockTime(at, zone)} ${zoneName(zone, at)}`}>
          {since < 60_000 ? t('admin.now') : t('admin.ago', { duration: duration(since) })}
        </time>
      ) : (
        t('admin.never')
      )}
    </>
  );
}
