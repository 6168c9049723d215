import { language, locales } from './language';

type Options = Intl.DateTimeFormatOptions;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, name: string, options: Options): Intl.DateTimeFormat {
  const key = `${language.value} ${zone} ${name}`;
  let made = formats.get(key);
  if (!made) {
    // 24 hours in all three languages: doors are read by people of all three at once
    made = new Intl.DateTimeFormat(locales[language.value], { ...options, timeZone: zone, hourCycle: 'h23' });
    formats.set(key, made);
  }
  return made;
}

export type Moment = string | number;

const date = (at: Moment) => new Date(at);

/** 08:41 in a zone. Not by the locale: fr-CA writes 08 h 41, which does not align in a column. */
export function clockTime(at: Moment, zone: string): string {
  const parts = format(zone, 'time', { hour: '2-digit', minute: '2-digit' }).formatToParts(date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('hour').padStart(2, '0')}:${part('minute').padStart(2, '0')}`;
}

/** Monday 16 February 2026, as the language writes it. */
export const longDate = (at: Moment, zone: string): string =>
  format(zone, 'long', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(date(at));

/** Mon 16 Feb 2026, as the language writes it. */
export const mediumDate = (at: Moment, zone: string): string =>
  format(zone, 'medium', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(
    date(at),
  );

/** Mon 16 Feb, as the language writes it. */
export const shortDate = (at: Moment, zone: string): string =>
  format(zone, 'short', { weekday: 'short', day: 'numeric', month: 'short' }).format(date(at));

/** How far a zone is from UTC at a moment: UTC−6. */
export function zoneName(zone: string, at: Moment): string {
  const parts = format(zone, 'zone', { timeZoneName: 'shortOffset' }).formatToParts(date(at));
  const name = parts.find((p) => p.type === 'timeZoneName')?.value ?? zone;
  return name.replace(/^GMT/, 'UTC').replace('-', '−');
}

/** Whether these zones show different times at a moment, so that a time has to say whose it is. */
export const zonesMix = (zones: readonly string[], at: Moment): boolean =>
  new Set(zones.map((zone) => zoneName(zone, at))).size > 1;

/** A day in a zone, to tell whether two moments are on the same one. */
export const dayKey = (at: Moment, zone: string): string =>
  format(zone, 'day', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(date(at));

/** 5 min, 1 h 25 min, 2 d 3 h: no finer than somebody waiting needs, never negative. */
export function duration(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const day = language.value === 'fr' ? 'j' : 'd';
  if (days > 0) return `${days}\u00a0${day} ${hours}\u00a0h`;
  return hours > 0 ? `${hours}\u00a0h ${String(rest).padStart(2, '0')}\u00a0min` : `${rest}\u00a0min`;
}

/** +12, −3, 0 with a real minus sign. */
export const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');
