import { useState } from 'preact/hooks';
import { fold } from '../shared/fold';
import { t } from '../shared/language';

export interface Item {
  key: string;
  name: string;
  detail: string;
  group: string;
  /** Whether it is listed before anybody searches for it. */
  plain: boolean;
}

/** All of something, or only those that are ticked. Null is all. */
export function Picker({
  title,
  all,
  only,
  find,
  hint,
  items,
  value,
  set,
}: {
  title: string;
  all: string;
  only: string;
  find: string;
  hint?: string;
  items: readonly Item[];
  value: readonly string[] | null;
  set: (value: string[] | null) => void;
}) {
  const [text, setText] = useState('');
  const chosen = new Set(value ?? []);
  const wanted = fold(text);
  const listed = items.filter((item) =>
    wanted === ''
      ? item.plain || chosen.has(item.key)
      : fold(`${item.name} ${item.detail} ${item.group}`).includes(wanted),
  );
  // a key that the programme no longer has stays ticked, and can be let go
  const unknown = [...chosen].filter((key) => !items.some((item) => item.key === key));
  const tick = (key: string, on: boolean) =>
    set(on ? [...chosen, key] : [...chosen].filter((held) => held !== key));
  const groups = [...new Set(listed.map((item) => item.group))];
  return (
    <fieldset class="picker">
      <legend>{title}</legend>
      <div class="directions">
        <button class="button" type="button" aria-pressed={value === null} onClick={() => set(null)}>
          {all}
        </button>
        <button
          class="button"
          type="button"
          aria-pressed={value !== null}
          onClick={() => value === null && set([])}
        >
          {only}
        </button>
      </div>
      {value !== null && (
        <>
          <div class="picker-find">
            <input
              class="field"
              type="search"
              aria-label={find}
              placeholder={find}
              value={text}
              onInput={(e) => setText(e.currentTarget.value)}
            />
            <span class="quiet">{t('doors.chosen', { n: chosen.size })}</span>
          </div>
          <div class="picker-list">
            {[...unknown.map((key) => ({ key, name: key, detail: '', group: '', plain: true }))].map(
              (item) => (
                <Tick key={item.key} item={item} on tick={tick} />
              ),
            )}
            {groups.map((group) => (
              <div role="group" aria-label={group} key={group}>
                <p class="picker-group quiet">{group}</p>
                {listed
                  .filter((item) => item.group === group)
                  .map((item) => (
                    <Tick key={item.key} item={item} on={chosen.has(item.key)} tick={tick} />
                  ))}
              </div>
            ))}
            {listed.length === 0 && unknown.length === 0 && (
              <p class="quiet">{t('privacy.person.none', { text: text.trim() })}</p>
            )}
          </div>
          {hint && <p class="quiet">{hint}</p>}
        </>
      )}
    </fieldset>
  );
}

function Tick({ item, on, tick }: { item: Item; on: boolean; tick: (key: string, on: boolean) => void }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={on} onChange={(e) => tick(item.key, e.currentTarget.checked)} />
      <span>
        {item.name}
        {item.detail !== '' && <span class="quiet">{item.detail}</span>}
      </span>
    </label>
  );
}
