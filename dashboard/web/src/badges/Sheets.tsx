import { t } from '../shared/language';
import { BadgeFace } from './BadgeFace';
import { cutMarks, place, sheets } from './layout';
import { format, list, on, paper, printed } from './state';

/** The sheets, as large as they are: what the browser prints is what is shown. */
export function Sheets() {
  if (!list.value) return <section class="badges-sheets" />;
  const layout = on.value;
  const { width, height } = layout.sheet;
  return (
    <section class="badges-sheets" tabIndex={0} aria-label={t('badges.preview')}>
      {printed.value.length === 0 && <p class="quiet badges-nothing">{t('badges.nothing')}</p>}
      {sheets(printed.value, layout).map((people, number) => (
        <div
          key={number}
          class={`sheet ${paper.value === 'single' ? format.value : paper.value}`}
          role="group"
          aria-label={t('badges.sheet', { n: number + 1 })}
        >
          {people.map((person, index) => (
            <BadgeFace
              key={person.delegate}
              person={person}
              format={format.value}
              at={place(layout, index)}
            />
          ))}
          <svg class="cut-marks" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            {cutMarks(layout).map((mark, index) => (
              <line key={index} {...mark} />
            ))}
          </svg>
        </div>
      ))}
    </section>
  );
}
