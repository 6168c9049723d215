import { useEffect, useState } from 'preact/hooks';
import { Failure } from '../shared/api';
import { useAttempt } from '../shared/attempt';
import type { Delegate } from '../shared/contract';
import { t } from '../shared/language';
import { ReasonAsked } from '../shared/ReasonAsked';
import { reasonOf } from '../shared/Said';
import { Item } from './Parts';
import { erase, exportAddress, find, privacy } from './privacy';

interface Found {
  text: string;
  people: Delegate[];
  failure: Failure | null;
}

/** What is stored about one person, for them, or taken away for them. */
export function OnePerson() {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [erased, setErased] = useState<string | null>(null);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted.length < 2) {
      setFound(null);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => void look(wanted, stop.signal).then((f) => f && setFound(f)), 220);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  return (
    <section>
      <h3>{t('privacy.person.title')}</h3>
      <p>{t('privacy.person.text')}</p>
      <input
        class="field"
        type="search"
        aria-label={t('host.search')}
        placeholder={t('host.search')}
        maxLength={200}
        value={text}
        onInput={(e) => {
          setText(e.currentTarget.value);
          setErased(null);
        }}
      />
      {erased !== null && <p role="status">{t('privacy.person.erased', { name: erased })}</p>}
      {found && (
        <>
          {found.failure && (
            <p class="field-wrong" role="alert">
              {reasonOf(found.failure)}
            </p>
          )}
          {!found.failure && found.people.length === 0 && (
            <p role="status">{t('privacy.person.none', { text: found.text })}</p>
          )}
          <ul class="privacy-people">
            {found.people.map((person) => (
              <Person
                key={person.id}
                person={person}
                gone={() => {
                  setErased(person.name);
                  setText('');
                  void privacy.read();
                }}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

async function look(text: string, signal: AbortSignal): Promise<Found | null> {
  try {
    return { text, people: await find(text, signal), failure: null };
  } catch (error) {
    return signal.aborted || !(error instanceof Failure) ? null : { text, people: [], failure: error };
  }
}

function Person({ person, gone }: { person: Delegate; gone: () => void }) {
  const [asking, setAsking] = useState(false);
  const { failure, attempt } = useAttempt();
  return (
    <Item
      name={person.name}
      detail={person.organisation}
      acts={
        <>
          <a class="button" href={exportAddress(person)} download>
            {t('privacy.person.export')}
          </a>
          <button class="button" type="button" onClick={() => setAsking(true)}>
            {t('privacy.person.erase')}
          </button>
        </>
      }
      failure={failure}
    >
      {asking && (
        <ReasonAsked
          title={t('privacy.person.erase-title', { name: person.name })}
          common={[
            t('privacy.person.why.asked'),
            t('privacy.person.why.consent'),
            t('privacy.person.why.mistake'),
            t('privacy.person.why.order'),
          ]}
          give={(reason) =>
            attempt(async () => {
              await erase(person, reason);
              gone();
            })
          }
          cancel={() => setAsking(false)}
        />
      )}
    </Item>
  );
}
