import { StarIcon } from '../shared/icons';
import { say } from '../shared/language';
import { languages, messages, type Language, type MessageKey } from '../shared/messages';
import { grouped } from './code';
import { fitted, type Part } from './design';
import type { Format } from './layout';
import { qr } from '../shared/qr';
import { labels, programme, type BadgePerson } from './state';

/** One badge. It shows who, from where and for what; the code says nothing about them. */
export function BadgeFace({
  person,
  format,
  at,
}: {
  person: BadgePerson;
  format: Format;
  at: { x: number; y: number };
}) {
  const speech = speechOf(person);
  const word = (key: MessageKey) => say(messages[key][speech], speech, {});
  const sector = `sector.${person.sector}`;
  const known = sector in messages ? word(sector as MessageKey) : person.sector;
  const text = (part: Part, words: string) => <Text part={part} words={words} format={format} />;
  return (
    <article class={`badge ${format}`} lang={speech} style={{ left: `${at.x}mm`, top: `${at.y}mm` }}>
      <header>
        {text('mission', programme.value?.name ?? '')}
        {person.vip && (
          <span class="badge-vip">
            <StarIcon />
            {word('vip')}
          </span>
        )}
      </header>
      {text('name', person.name)}
      {text('organisation', person.organisation)}
      <dl>
        <div>
          <dt>{word(person.sector === '' ? 'badges.role' : 'badges.sector')}</dt>
          <dd>{text('fact', person.sector === '' ? word('badges.delegate') : known)}</dd>
        </div>
        {person.cities.length > 0 && (
          <div>
            <dt>{word('badges.city')}</dt>
            <dd>{text('fact', person.cities.join(', '))}</dd>
          </div>
        )}
      </dl>
      {text('code', grouped(person.code))}
      <Qr text={person.code} />
    </article>
  );
}

function speechOf(person: BadgePerson): Language {
  const wanted = labels.value === 'own' ? person.language : labels.value;
  return languages.find((known) => known === wanted) ?? 'en';
}

function Text({ part, words, format }: { part: Part; words: string; format: Format }) {
  const { size, lines } = fitted(format, part, words);
  return (
    <div class={`fit ${part}`} style={{ fontSize: `${size}mm` }}>
      {lines.map((line, index) => (
        <span key={index}>{line}</span>
      ))}
    </div>
  );
}

function Qr({ text }: { text: string }) {
  const { side, path } = qr(text);
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
