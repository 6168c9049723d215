import { useId, useState } from 'preact/hooks';
import { roles, type Role } from '../shared/access';
import { useAttempt } from '../shared/attempt';
import { CloseIcon } from '../shared/icons';
import { t } from '../shared/language';
import { missions } from '../shared/mission';
import { DoorPicker, SessionPicker } from './DoorPicker';
import { hasDoors, hasSessions, isEmpty, settled, type Account, type Grant } from './grants';
import { here } from './here';
import { Form, NameField } from './Parts';
import { planOf } from './plans';

/** A new account with what it may do; of one that exists, what it may do. */
export function AccountForm({
  account,
  save,
  cancel,
}: {
  account: Account | null;
  save: (name: string, grants: Grant[]) => Promise<void>;
  cancel: () => void;
}) {
  const fresh = (): Grant => ({ mission: here() || '*', role: 'viewer', doors: null, sessions: null });
  const [name, setName] = useState('');
  const [grants, setGrants] = useState<Grant[]>(account?.grants ?? [fresh()]);
  const { busy, failure, attempt } = useAttempt();
  const wrongName = failure?.is('account-exists') ? t('said.account-exists') : failure?.field('name');
  const change = (index: number, grant: Grant | null) =>
    setGrants(grants.flatMap((held, at) => (at === index ? (grant ? [grant] : []) : [held])));
  return (
    <Form
      title={account ? t('accounts.edit-title', { name: account.name }) : t('accounts.new')}
      yes={account ? t('admin.save') : t('accounts.make')}
      ready={!busy && (account !== null || name.trim() !== '') && !grants.some(isEmpty)}
      failure={wrongName ? null : failure}
      save={() => void attempt(() => save(name.trim(), grants.map(settled)))}
      cancel={cancel}
    >
      {!account && <NameField label={t('admin.name')} wrong={wrongName} value={name} set={setName} />}
      {grants.map((grant, index) => (
        <GrantFields
          key={index}
          number={index + 1}
          grant={grant}
          set={(changed) => change(index, changed)}
          remove={() => change(index, null)}
        />
      ))}
      <button class="button big" type="button" onClick={() => setGrants([...grants, fresh()])}>
        {t('accounts.add-grant')}
      </button>
    </Form>
  );
}

function GrantFields({
  number,
  grant,
  set,
  remove,
}: {
  number: number;
  grant: Grant;
  set: (grant: Grant) => void;
  remove: () => void;
}) {
  const id = useId();
  const plan = planOf(grant.mission);
  const one = grant.mission !== '*';
  return (
    <div class="grant" role="group" aria-labelledby={id}>
      <p class="grant-top">
        <b id={id}>{t('accounts.grant-number', { n: number })}</b>
        <button class="button" type="button" onClick={remove}>
          <CloseIcon />
          {t('accounts.remove-grant')}
        </button>
      </p>
      <div class="grant-fields">
        <label>
          {t('admin.role')}
          <select
            class="field"
            value={grant.role}
            onChange={(e) => set({ ...grant, role: e.currentTarget.value as Role })}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('mission')}
          <select
            class="field"
            value={grant.mission}
            onChange={(e) => set({ ...grant, mission: e.currentTarget.value, doors: null, sessions: null })}
          >
            {missions.value.map((mission) => (
              <option key={mission.id} value={mission.id}>
                {mission.name}
              </option>
            ))}
            {one && !missions.value.some((m) => m.id === grant.mission) && (
              <option value={grant.mission}>{grant.mission}</option>
            )}
            <option value="*">{t('accounts.every-mission')}</option>
          </select>
        </label>
      </div>
      <p class="quiet">{t(`accounts.role.${grant.role}`)}</p>
      {one && hasDoors(grant.role) && (
        <DoorPicker plan={plan} value={grant.doors ?? null} set={(doors) => set({ ...grant, doors })} />
      )}
      {one && hasSessions(grant.role) && (
        <SessionPicker
          plan={plan}
          value={grant.sessions ?? null}
          set={(sessions) => set({ ...grant, sessions })}
        />
      )}
    </div>
  );
}
