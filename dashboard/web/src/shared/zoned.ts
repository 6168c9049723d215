/**
 * A time as a field of the browser holds it, `2026-02-16T09:30`, and the moment that it is in a zone. Where clocks are put forward or back, a
 * time that is there twice is the first, and one that is not there is an hour off.
 */
export function momentIn(local: string, zone: string): string | null {
  // browsers read the strangest texts as dates
  const naive = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}:00Z`) : NaN;
  if (Number.isNaN(naive)) return null;
  // the zone's distance is that of the moment itself, which is known only with it: a second look settles the hours around a change
  const guess = naive - offset(naive, zone);
  return new Date(naive - offset(guess, zone)).toISOString();
}

/** The same the other way round. */
export const localIn = (moment: string | number, zone: string): string => {
  const at = new Date(moment).getTime();
  return new Date(at + offset(at, zone)).toISOString().slice(0, 16);
};

/** Milliseconds that a zone's clocks are ahead of UTC at a moment. */
function offset(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(at / 1000) * 1000;
}
