import { useEffect, useState } from 'preact/hooks';
import { me } from '../shared/access';
import { ask } from '../shared/api';
import { useAttempt } from '../shared/attempt';
import { clockTime } from '../shared/format';
import { CheckIcon, CloseIcon, ClockIcon, LockIcon } from '../shared/icons';
import { t } from '../shared/language';
import { missions } from '../shared/mission';
import { zoneOf } from '../shared/store';
import { AccountForm } from './AccountForm';
import { Ago } from './Ago';
import { byPower, grantText, type Account } from './grants';
import { Listed } from './Listed';
import { Once } from './Once';
import { Confirm, Item, Top } from './Parts';
import { planOf } from './plans';
import { reading } from './reading';

const accounts = reading(() => ask<Account[]>('/api/accounts'));

interface OneTime {
  account: Account;
  code: string;
}

/** Who may sign in, and to do what. */
export function Accounts() {
  const [making, setMaking] = useState(false);
  const [once, setOnce] = useState<OneTime | null>(null);
  useEffect(() => void accounts.read(), []);
  return (
    <>
      <Top title={t('admin.accounts')}>
        {!making && (
          <button class="button big primary" type="button" onClick={() => setMaking(true)}>
            {t('accounts.new')}
          </button>
        )}
      </Top>
      <p class="admin-text quiet">{t('accounts.text')}</p>
      {once && (
        <Once
          title={t('accounts.link-for', { name: once.account.name })}
          link={`${location.origin}/signin/#reset=${once.code}`}
          done={() => setOnce(null)}
        />
      )}
      {making && (
        <AccountForm
          account={null}
          save={async (name, grants) => {
            setOnce(await ask<OneTime>('/api/accounts', { method: 'POST', body: { name, grants } }));
            setMaking(false);
            await accounts.read();
          }}
          cancel={() => setMaking(false)}
        />
      )}
      <Listed
        of={accounts}
        kind="accounts"
        empty={t('accounts.empty')}
        headings={[t('admin.name'), t('accounts.grants'), t('admin.state'), t('accounts.last')]}
        row={(account) => <Row key={account.id} account={account} show={setOnce} />}
      />
    </>
  );
}

function Row({ account, show }: { account: Account; show: (once: OneTime) => void }) {
  const [asking, setAsking] = useState<'edit' | 'disable' | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const mine = me.value?.kind === 'account' && me.value.id === account.id;
  const path = `/api/accounts/${encodeURIComponent(account.id)}`;
  const put = async (body: object) => {
    await ask(path, { method: 'PUT', body });
    setAsking(null);
    await accounts.read();
  };
  return (
    <Item
      off={account.disabled}
      name={account.name}
      detail={mine ? `${account.id} · ${t('accounts.you')}` : account.id}
      what={<Grants account={account} />}
      state={<State account={account} />}
      when={<Ago at={account.lastSignIn} label={t('accounts.last')} />}
      acts={
        <>
          <button class="button" type="button" onClick={() => setAsking(asking === 'edit' ? null : 'edit')}>
            {t('admin.edit')}
          </button>
          <button
            class="button"
            type="button"
            disabled={busy}
            onClick={() =>
              void attempt(async () =>
                show(await ask<OneTime>(`${path}/reset`, { method: 'POST', body: {} })),
              )
            }
          >
            {t('accounts.reset')}
          </button>
          {!mine && (
            <button
              class="button"
              type="button"
              disabled={busy}
              onClick={() =>
                account.disabled ? void attempt(() => put({ disabled: false })) : setAsking('disable')
              }
            >
              {account.disabled ? t('accounts.enable') : t('accounts.disable')}
            </button>
          )}
        </>
      }
      failure={failure}
    >
      {asking === 'disable' && (
        <Confirm
          title={t('accounts.disable.title', { name: account.name })}
          yes={t('accounts.disable')}
          busy={busy}
          go={() => void attempt(() => put({ disabled: true }))}
          cancel={() => setAsking(null)}
        />
      )}
      {asking === 'edit' && (
        <AccountForm account={account} save={(_, grants) => put({ grants })} cancel={() => setAsking(null)} />
      )}
    </Item>
  );
}

const Grants = ({ account: { grants } }: { account: Account }) => (
  <>
    {grants.length === 0 && <span class="quiet">{t('accounts.none')}</span>}
    {[...grants].sort(byPower).map((grant, index) => (
      <span key={index}>
        {grantText(
          grant,
          missions.value.find((m) => m.id === grant.mission)?.name ?? grant.mission,
          planOf(grant.mission),
        )}
      </span>
    ))}
  </>
);

function State({ account }: { account: Account }) {
  if (account.disabled)
    return (
      <span class="state off">
        <CloseIcon />
        {t('accounts.disabled')}
      </span>
    );
  if (account.lockedUntil && Date.parse(account.lockedUntil) > Date.now())
    return (
      <span class="state warn">
        <LockIcon />
        {t('accounts.locked', { time: clockTime(account.lockedUntil, zoneOf({})) })}
      </span>
    );
  if (!account.hasPassword)
    return (
      <span class="state">
        <ClockIcon />
        {t('accounts.no-password')}
      </span>
    );
  return (
    <span class="state">
      <CheckIcon />
      {t('accounts.active')}
    </span>
  );
}
