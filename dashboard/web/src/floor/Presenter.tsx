import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ask, Failure, missionPath } from '../shared/api';
import type { Delegate } from '../shared/contract';
import { EntryIcon, ExitedIcon, KeyboardIcon, StarIcon } from '../shared/icons';
import { t } from '../shared/language';
import { mayHere } from '../shared/mission';
import { programme } from '../shared/store';
import { History } from './History';
import { looksLikeCode } from './doors';
import { direction, queue, scan, shown } from './state';

interface Found {
  text: string;
  people: Delegate[];
  failed: boolean;
}

/**
 * The one input of the door: a scanner types a code into it and presses Enter, a finger pastes one, or somebody types a name.
 * It keeps the focus, and whatever is typed at the page lands in it.
 */
export function Presenter() {
  const input = useRef<HTMLInputElement>(null);
  const text = useSignal('');
  const found = useSignal<Found | null>(null);
  const picked = useSignal(-1);
  // a phone's own keyboard stays down until it is asked for: it would cover half of the decision
  const keyboard = useSignal(false);
  const finds = mayHere('search');
  const wants = finds ? t('floor.input') : t('floor.scan-only');

  useEffect(() => {
    const elsewhere = (target: EventTarget | null) =>
      target instanceof HTMLElement && target.closest('[data-typing], select, input') !== null;
    const typed = (event: KeyboardEvent) => {
      if (
        event.key.length === 1 &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.altKey &&
        !elsewhere(event.target)
      )
        input.current?.focus();
    };
    document.addEventListener('keydown', typed);
    input.current?.focus();
    return () => document.removeEventListener('keydown', typed);
  }, []);

  useEffect(() => {
    const wanted = text.value.trim();
    picked.value = -1;
    if (!finds || wanted.length < 2 || looksLikeCode(wanted)) {
      found.value = null;
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => void search(wanted, stop.signal).then((f) => f && (found.value = f)), 220);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text.value, finds]);

  const clear = () => {
    text.value = '';
    found.value = null;
    keyboard.value = false;
    input.current?.focus();
  };
  const pick = (delegate: Delegate) => {
    scan({ delegate });
    clear();
  };
  const present = () => {
    scan({ code: text.value.trim() });
    clear();
  };
  const enter = () => {
    const typed = text.value.trim();
    if (typed === '') return;
    const people = found.value?.text === typed ? found.value.people : [];
    const chosen = people[picked.value] ?? (people.length === 1 ? people[0] : undefined);
    if (chosen) pick(chosen);
    else if (!finds || looksLikeCode(typed)) present();
  };
  const move = (by: number) => {
    const count = found.value?.people.length ?? 0;
    if (count > 0) picked.value = (picked.value + by + count) % count;
  };

  return (
    <div class="presenter">
      {found.value ? (
        <Results found={found.value} picked={picked.value} pick={pick} asCode={present} />
      ) : (
        <History />
      )}
      <form
        class="presenter-row"
        onSubmit={(e) => {
          e.preventDefault();
          enter();
        }}
      >
        <input
          ref={input}
          class="field"
          role="combobox"
          aria-label={wants}
          aria-expanded={found.value !== null}
          aria-controls="people-found"
          aria-activedescendant={picked.value >= 0 ? `found-${picked.value}` : undefined}
          aria-autocomplete="list"
          placeholder={wants}
          inputMode={keyboard.value ? 'text' : 'none'}
          enterKeyHint="go"
          autoComplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={200}
          value={text.value}
          onPointerUp={() => (keyboard.value = true)}
          onInput={(e) => {
            text.value = e.currentTarget.value;
            // whoever types is at the next person
            if (text.value !== '' && queue.value.length === 0) shown.value = null;
          }}
          onKeyDown={(e) => {
            if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
              e.preventDefault();
              move(e.key === 'ArrowDown' ? 1 : -1);
            } else if (e.key === 'Escape') clear();
          }}
        />
        {text.value === '' ? (
          <button
            class="button big floor-keyboard"
            type="button"
            aria-label={t('floor.keyboard')}
            onClick={() => {
              keyboard.value = true;
              input.current?.blur();
              requestAnimationFrame(() => input.current?.focus());
            }}
          >
            <KeyboardIcon />
          </button>
        ) : (
          <button class="button big primary" type="submit">
            {t('floor.check')}
          </button>
        )}
      </form>
      <div class="directions" role="group" aria-label={t('floor.direction')}>
        {(['entry', 'exit'] as const).map((way) => (
          <button
            key={way}
            class="button big"
            type="button"
            aria-pressed={direction.value === way}
            onClick={() => {
              direction.value = way;
              input.current?.focus();
            }}
          >
            {way === 'entry' ? <EntryIcon /> : <ExitedIcon />}
            {t(`floor.${way}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

async function search(text: string, signal: AbortSignal): Promise<Found | null> {
  const path = missionPath(
    programme.value?.mission ?? '',
    `delegates?search=${encodeURIComponent(text)}&limit=20`,
  );
  try {
    return { text, people: await ask<Delegate[]>(path, { signal }), failed: false };
  } catch (error) {
    return signal.aborted || !(error instanceof Failure) ? null : { text, people: [], failed: true };
  }
}

function Results({
  found,
  picked,
  pick,
  asCode,
}: {
  found: Found;
  picked: number;
  pick: (delegate: Delegate) => void;
  asCode: () => void;
}) {
  return (
    <div class="results">
      <ul id="people-found" role="listbox" aria-label={t('floor.search.results')}>
        {found.people.map((person, index) => (
          <li
            key={person.id}
            id={`found-${index}`}
            class="result"
            role="option"
            aria-selected={index === picked}
            onClick={() => pick(person)}
          >
            <b>
              {person.name}
              {person.vip && (
                <span class="vip">
                  <StarIcon />
                  {t('vip')}
                </span>
              )}
            </b>
            <span class="quiet">{person.organisation}</span>
          </li>
        ))}
      </ul>
      {found.people.length === 0 && (
        <p class="results-none" role="status">
          {found.failed ? t('floor.search.failed') : t('floor.search.none', { text: found.text })}
        </p>
      )}
      {!/\s/.test(found.text) && found.people.length === 0 && (
        <button class="button big" type="button" onClick={asCode}>
          {t('floor.search.as-code', { text: found.text })}
        </button>
      )}
    </div>
  );
}
