import { describe, expect, test } from 'vitest';
import { chooseLanguage, say } from './language';
import { languages, messages, type Language, type Message, type Text } from './messages';
import { marks, reasons } from './contract';

const all = Object.entries(messages as Record<string, Message>);

const forms = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placeholders = (text: string) => [...new Set(text.match(/\{[\w-]+\}/g))].sort();

describe.each(languages)('%s', (language: Language) => {
  test('says everything', () => {
    const empty = all.filter(([, message]) => forms(message[language]).some((text) => text.trim() === ''));
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  test('has the placeholders of English in every form', () => {
    const wrong = all.filter(([, message]) => {
      const wanted = placeholders(forms(message.en).at(-1) ?? '');
      return forms(message[language]).some((text) => placeholders(text).join() !== wanted.join());
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  test('has forms for one and for many where English has them', () => {
    const wrong = all.filter(([, message]) => typeof message[language] !== typeof message.en);
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

const texts = (language: Language) =>
  all.flatMap(([key, message]) => forms(message[language]).map((text): [string, string] => [key, text]));

test('French punctuation keeps to its word: no-break spaces before : ; ! ? » and after «', () => {
  const wrong = texts('fr').filter(([, text]) =>
    /[^\u00a0]:|[^\u00a0\u202f][;!?]|[^\u00a0]»|«[^\u00a0]/.test(text),
  );
  expect(wrong).toEqual([]);
});

test('Spanish questions and exclamations are opened', () => {
  const wrong = texts('es').filter(
    ([, text]) => text.includes('?') !== text.includes('¿') || text.includes('!') !== text.includes('¡'),
  );
  expect(wrong).toEqual([]);
});

test('apostrophes and quotes are typographic', () => {
  const wrong = languages.flatMap((language) => texts(language).filter(([, text]) => /['"]/.test(text)));
  expect(wrong).toEqual([]);
});

test('every reason and every mark of the contract has words', () => {
  const keys = Object.keys(messages);
  expect(reasons.filter((reason) => !keys.includes(`reason.${reason}`))).toEqual([]);
  expect(marks.filter((mark) => !keys.includes(`mark.${mark}`))).toEqual([]);
});

test('a number chooses the form of its language', () => {
  const held = messages['host.held'];
  expect(say(held.en, 'en', { n: 1 })).toBe('1 held seat is waiting');
  expect(say(held.en, 'en', { n: 0 })).toBe('0 held seats are waiting');
  expect(say(held.fr, 'fr', { n: 0 })).toBe('0 place réservée en attente');
  expect(say(held.fr, 'fr', { n: 2 })).toBe('2 places réservées en attente');
  expect(say(held.es, 'es', { n: 1 })).toBe('1 lugar reservado en espera');
});

test('numbers are written as each language groups them', () => {
  expect(say('{n}', 'en', { n: 12345 })).toBe('12,345');
  expect(say('{n}', 'fr', { n: 12345 })).toBe('12\u00a0345');
  expect(say('{n}', 'es', { n: 12345 })).toBe('12,345');
});

describe('the language of a page', () => {
  test('is the one asked for in the address', () => expect(chooseLanguage('es', 'fr', ['en'])).toBe('es'));
  test('else the one chosen before', () => expect(chooseLanguage(null, 'fr', ['en'])).toBe('fr'));
  test('else the first of the browser’s that is known', () =>
    expect(chooseLanguage(null, null, ['de-DE', 'es-MX', 'en'])).toBe('es'));
  test('else English', () => expect(chooseLanguage('xx', null, ['de'])).toBe('en'));
});
