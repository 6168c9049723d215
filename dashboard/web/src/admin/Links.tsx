import { useEffect, useState } from 'preact/hooks';
import { useAttempt } from '../shared/attempt';
import type { Programme, Session } from '../shared/contract';
import { clockTime, mediumDate, zoneName } from '../shared/format';
import { CheckIcon, ClockIcon, CloseIcon } from '../shared/icons';
import { t } from '../shared/language';
import { ReasonAsked } from '../shared/ReasonAsked';
import { tick } from '../shared/store';
import { Ago } from './Ago';
import { zoneIn } from './DoorPicker';
import { here } from './here';
import { LinkForm } from './LinkForm';
import { links, make, stateOf, withdraw, type HostLink, type NewLink } from './links';
import { Listed } from './Listed';
import { Once } from './Once';
import { Item, Top } from './Parts';
import { planOf } from './plans';

const sessionOf = (plan: Programme | null, id: string): Session | undefined =>
  plan?.sessions.find((s) => s.id === id);

/** What was sent to hosts: one session each, for a time. */
export function Links() {
  const [making, setMaking] = useState(false);
  const [once, setOnce] = useState<NewLink | null>(null);
  const plan = planOf(here());
  useEffect(() => void links.read(), []);
  return (
    <>
      <Top title={t('admin.links')}>
        {!making && (
          <button class="button big primary" type="button" onClick={() => setMaking(true)}>
            {t('links.new')}
          </button>
        )}
      </Top>
      <p class="admin-text quiet">{t('links.text')}</p>
      {once && (
        <Once
          title={t('links.link-for', {
            name: once.link.name,
            session: sessionOf(plan, once.link.session)?.title ?? once.link.session,
          })}
          link={`${location.origin}/host/#link=${once.code}`}
          done={() => setOnce(null)}
        />
      )}
      {making && plan && (
        <LinkForm
          plan={plan}
          save={async (wanted) => {
            setOnce(await make(wanted));
            setMaking(false);
            await links.read();
          }}
          cancel={() => setMaking(false)}
        />
      )}
      <Listed
        of={links}
        kind="links"
        empty={t('links.empty')}
        headings={[t('links.for'), t('links.until'), t('admin.state'), t('links.opened')]}
        row={(link) => <Row key={link.id} link={link} plan={plan} />}
      />
    </>
  );
}

function Row({ link, plan }: { link: HostLink; plan: Programme | null }) {
  const [asking, setAsking] = useState(false);
  const { failure, attempt } = useAttempt();
  const session = sessionOf(plan, link.session);
  const zone = plan && session ? zoneIn(plan, session) : 'UTC';
  const state = stateOf(link, tick.value);
  return (
    <Item
      off={state !== 'active'}
      name={link.name}
      detail={session?.title ?? link.session}
      what={
        <>
          <span class="row-label">{t('links.until')}</span>
          <span class="figure">
            {mediumDate(link.expiresAt, zone)}, {clockTime(link.expiresAt, zone)}{' '}
            {zoneName(zone, link.expiresAt)}
          </span>
          <span class="quiet">{t('links.by', { who: link.createdBy })}</span>
        </>
      }
      state={
        <>
          <span class={`state ${state === 'active' ? '' : 'off'}`}>
            {state === 'active' ? <CheckIcon /> : state === 'ended' ? <ClockIcon /> : <CloseIcon />}
            {t(`links.${state}`)}
          </span>
          {state === 'revoked' && <span class="quiet">{link.revokedWhy}</span>}
        </>
      }
      when={<Ago at={link.lastSeen} label={t('links.opened')} />}
      acts={
        state === 'active' && (
          <button class="button" type="button" onClick={() => setAsking(true)}>
            {t('admin.withdraw')}
          </button>
        )
      }
      failure={failure}
    >
      {asking && (
        <ReasonAsked
          title={t('links.withdraw.title', { name: link.name })}
          common={[
            t('links.why.wrong'),
            t('links.why.passed-on'),
            t('links.why.changed'),
            t('links.why.no-need'),
          ]}
          give={(reason) =>
            attempt(async () => {
              await withdraw(link, reason);
              setAsking(false);
              await links.read();
            })
          }
          cancel={() => setAsking(false)}
        />
      )}
    </Item>
  );
}
