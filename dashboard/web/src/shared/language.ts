import { effect, signal } from '@preact/signals';
import { languages, messages, type Language, type MessageKey, type Text } from './messages';

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Forms<T> = T extends { other: infer Other } ? Other : T;
type Values<K extends MessageKey> = Names<Forms<(typeof messages)[K]['en']>>;

/** The values that a message's placeholders take; a message without placeholders takes none. */
type Given<K extends MessageKey> = [Values<K>] extends [never]
  ? []
  : [values: Readonly<Record<Values<K>, string | number>>];

const key = 'eventops.language';

/** The language of the page: asked for in the address, chosen before, or the browser's. */
export function chooseLanguage(
  asked: string | null,
  kept: string | null,
  browser: readonly string[],
): Language {
  const wanted = [asked, kept, ...browser].map((tag) => tag?.toLowerCase().split('-')[0]);
  return wanted.find((tag): tag is Language => languages.some((known) => known === tag)) ?? 'en';
}

export const language = signal<Language>(
  typeof window === 'undefined'
    ? 'en'
    : chooseLanguage(
        new URLSearchParams(location.search).get('lang'),
        localStorage.getItem(key),
        navigator.languages,
      ),
);

if (typeof document !== 'undefined') effect(() => void (document.documentElement.lang = language.value));

export function speak(chosen: Language): void {
  language.value = chosen;
  localStorage.setItem(key, chosen);
  const address = new URL(location.href);
  if (address.searchParams.has('lang')) {
    address.searchParams.set('lang', chosen);
    history.replaceState(history.state, '', address);
  }
}

/** A message in the page's language. */
export const t = <K extends MessageKey>(message: K, ...given: Given<K>): string =>
  say(messages[message][language.value], language.value, given[0] ?? {});

export function say(text: Text, speech: Language, values: Readonly<Record<string, string | number>>): string {
  const form = typeof text === 'string' ? text : text[pluralForm(Number(values.n), speech)];
  return form.replace(/\{([\w-]+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? numbers(speech).format(value) : (value ?? '');
  });
}

function pluralForm(n: number, speech: Language): 'one' | 'other' {
  return new Intl.PluralRules(speech).select(n) === 'one' ? 'one' : 'other';
}

const formats = new Map<Language, Intl.NumberFormat>();

function numbers(speech: Language): Intl.NumberFormat {
  let format = formats.get(speech);
  if (!format) formats.set(speech, (format = new Intl.NumberFormat(locales[speech])));
  return format;
}

/** Whose habits of writing numbers and times each language follows: the sender's, and the hosts'. */
export const locales: Record<Language, string> = { en: 'en-CA', fr: 'fr-CA', es: 'es-MX' };

export const number = (value: number): string => numbers(language.value).format(value);
