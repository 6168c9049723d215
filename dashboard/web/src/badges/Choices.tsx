import type { Signal } from '@preact/signals';
import { t } from '../shared/language';
import { languageNames, languages } from '../shared/messages';
import { formats, papers, sheets, type Format } from './layout';
import {
  city,
  format,
  issue,
  labels,
  list,
  on,
  organisation,
  paper,
  print,
  printed,
  programme,
  words,
} from './state';

/** Whose badges, how, and the two things to do with them. */
export function Choices() {
  const count = printed.value.length;
  const without = list.value?.withoutBadge ?? 0;
  return (
    <form class="badges-choices" onSubmit={(e) => e.preventDefault()}>
      <label class="wide">
        {t('search')}
        <input
          class="field"
          type="search"
          placeholder={t('badges.search')}
          maxLength={200}
          value={words.value}
          onInput={(e) => (words.value = e.currentTarget.value)}
        />
      </label>
      <Choice
        label={t('badges.organisation')}
        value={organisation}
        choices={[
          ['', t('badges.everyone')],
          ...(list.value?.organisations ?? []).map((name): [string, string] => [name, name]),
        ]}
      />
      <Choice
        label={t('badges.city')}
        value={city}
        choices={[
          ['', t('badges.everyone')],
          ...(programme.value?.cities ?? []).map((one): [string, string] => [one.id, one.name]),
        ]}
      />
      <Choice
        label={t('badges.format')}
        value={format}
        choices={(Object.keys(formats) as Format[]).map((one) => [one, t(`badges.format.${one}`)])}
      />
      <Choice
        label={t('badges.paper')}
        value={paper}
        choices={papers.map((one) => [one, t(`badges.paper.${one}`)])}
      />
      <Choice
        label={t('badges.labels')}
        value={labels}
        choices={[
          ['own', t('badges.labels.own')],
          ...languages.map((one): [typeof one, string] => [one, languageNames[one]]),
        ]}
      />
      <div class="badges-print">
        <button class="button big primary" type="button" disabled={count === 0} onClick={() => void print()}>
          {t('badges.print', { n: count })}
        </button>
        <span class="quiet">{t('badges.sheets', { n: sheets(printed.value, on.value).length })}</span>
      </div>
      <p class="quiet wide">{t('badges.scale')}</p>
      {without > 0 && (
        <button class="button big wide" type="button" onClick={() => void issue()}>
          {t('badges.issue', { n: without })}
        </button>
      )}
    </form>
  );
}

function Choice<T extends string>({
  label,
  value,
  choices,
}: {
  label: string;
  value: Signal<T>;
  choices: [T, string][];
}) {
  return (
    <label>
      {label}
      <select
        class="field"
        value={value.value}
        onChange={(e) => {
          const chosen = choices[e.currentTarget.selectedIndex];
          if (chosen) value.value = chosen[0];
        }}
      >
        {choices.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
