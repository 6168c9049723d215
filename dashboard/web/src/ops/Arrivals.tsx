import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Programme, VenueView } from '../shared/contract';
import { clockTime, zoneName } from '../shared/format';
import { language, t } from '../shared/language';
import { minute, programme, snapshot } from '../shared/store';
import { dark } from '../shared/theme';

const slice = 300;
const longest = 4 * 3600;
const shortest = 3600;

/** Arrivals by city over the last hours, drawn from the server's slices of five minutes. Nothing here is printed as a number. */
export function Arrivals() {
  const plan = programme.value;
  const now = minute.value;
  const views = snapshot.value?.venues;
  const any =
    now !== null &&
    views?.some((v) => v.arrivals.some((a) => Date.parse(a.from) / 1000 > now / 1000 - longest));
  return (
    <section class="panel arrivals" aria-labelledby="arrivals-title">
      <header class="panel-top">
        <h2 id="arrivals-title">{t('ops.arrivals')}</h2>
        <span class="quiet">
          {t('ops.arrivals-unit')}
          {plan?.cities[0] && now !== null && `, ${zoneName(plan.cities[0].timeZone, now)}`}
        </span>
      </header>
      {!plan || !views || now === null ? (
        <div class="chart skeleton" aria-hidden="true" />
      ) : any ? (
        <>
          <ul class="chart-legend">
            {plan.cities.map((city, index) => (
              <li key={city.id}>
                <svg viewBox="0 0 24 8" class="chart-key" aria-hidden="true">
                  <path
                    d="M0 4h24"
                    fill="none"
                    stroke="currentColor"
                    stroke-width="2.5"
                    stroke-dasharray={dashes[index % dashes.length]?.join(' ')}
                  />
                </svg>
                {city.name}
              </li>
            ))}
          </ul>
          <Chart plan={plan} views={views} now={now} />
        </>
      ) : (
        <p class="panel-empty">{t('ops.arrivals-none')}</p>
      )}
    </section>
  );
}

/** Lines differ by their strokes: colour is kept for states. */
const dashes: number[][] = [[], [8, 4], [2, 4]];

function Chart({ plan, views, now }: { plan: Programme; views: VenueView[]; now: number }) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const data = draw(plan, views, Math.floor(now / 1000));
  const shown = useRef(data);
  shown.current = data;
  const zone = plan.cities[0]?.timeZone ?? 'UTC';

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const made = new uPlot(options(plan, zone, element), shown.current, element);
    plot.current = made;
    const watch = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.destroy();
      plot.current = null;
    };
    // the theme, the language and the cities are baked into the plot
  }, [dark.value, language.value, zone, plan.cities.length]);

  useEffect(() => plot.current?.setData(data), [views, now]);

  return (
    <div class="chart" ref={host} role="img" aria-label={`${t('ops.arrivals')}, ${t('ops.arrivals-unit')}`} />
  );
}

/** One line a city; a slice that the server leaves out is an empty one. */
function draw(plan: Programme, views: VenueView[], now: number): uPlot.AlignedData {
  const last = Math.floor(now / slice) * slice;
  const first = Math.max(last - longest, Math.min(last - shortest, earliest(views)));
  const times = Array.from({ length: (last - first) / slice + 1 }, (_, i) => first + i * slice);
  const lines = plan.cities.map((city) => {
    const line = times.map(() => 0);
    const inside = new Set(plan.venues.filter((v) => v.city === city.id).map((v) => v.id));
    for (const view of views)
      if (inside.has(view.venue))
        for (const { from, count } of view.arrivals) {
          const index = Math.floor((Date.parse(from) / 1000 - first) / slice);
          if (index >= 0 && index < line.length) line[index] = (line[index] ?? 0) + count;
        }
    return line;
  });
  return [times, ...lines];
}

/** The first slice of all, so that a day that has just begun does not start with hours of nothing. */
function earliest(views: VenueView[]): number {
  const starts = views.flatMap((view) => view.arrivals.map((a) => Date.parse(a.from) / 1000));
  return Math.floor(Math.min(Infinity, ...starts) / slice) * slice;
}

function options(plan: Programme, zone: string, element: HTMLElement): uPlot.Options {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const size = parseFloat(token('--s'));
  const axis: uPlot.Axis = {
    stroke: token('--text-quiet'),
    font: `${size}px ${token('--family')}`,
    grid: { stroke: token('--line'), width: 1 },
    ticks: { show: false },
    gap: 4,
  };
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    padding: [8, size * 1.6, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), zone),
    scales: { x: { time: true }, y: { range: (_, __, max) => [0, Math.max(5, Math.ceil(max * 1.1))] } },
    axes: [
      {
        ...axis,
        size: size * 1.8,
        space: size * 6,
        values: (_, splits) => splits.map((at) => clockTime(at * 1000, zone)),
      },
      { ...axis, size: size * 2.8, space: size * 2.6, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] },
    ],
    series: [
      {},
      ...plan.cities.map((city, index) => ({
        label: city.name,
        stroke: token('--text'),
        width: size / 7,
        dash: dashes[index % dashes.length] ?? [],
        points: { show: false },
        ...(uPlot.paths.stepped ? { paths: uPlot.paths.stepped({ align: 1 }) } : {}),
      })),
    ],
  };
}
