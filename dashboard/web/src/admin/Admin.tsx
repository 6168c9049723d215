import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { me } from '../shared/access';
import { PlainTop, useReady } from '../shared/Frame';
import { t } from '../shared/language';
import { address, choice, missions } from '../shared/mission';
import { Accounts } from './Accounts';
import { Audit } from './Audit';
import { Devices } from './Devices';
import { Links } from './Links';
import { Privacy } from './Privacy';
import { openTab, openTabs, type Tab } from './tabs';

const parts: Record<Tab, ComponentType> = {
  accounts: Accounts,
  devices: Devices,
  links: Links,
  audit: Audit,
  privacy: Privacy,
};

/** Who may do what here, and what was done. */
export function Admin() {
  const known = me.value !== null && choice.value.state !== 'asking';
  useReady(known);
  const open = known ? openTab() : null;
  const Part = open && parts[open];
  const bar = useRef<HTMLElement>(null);
  // on a phone the tabs do not fit beside each other: the one that is open is brought into sight
  useEffect(
    () =>
      bar.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' }),
    [open],
  );
  return (
    <div class="admin-page">
      <PlainTop>
        <div class="admin-title">
          <h1>{t('page.admin')}</h1>
          <MissionChoice />
        </div>
      </PlainTop>
      <nav class="admin-tabs" ref={bar} aria-label={t('admin.tabs')}>
        {known &&
          openTabs().map((tab) => (
            <a key={tab} href={`#${tab}`} aria-current={tab === open ? 'page' : undefined}>
              {t(`admin.${tab}`)}
            </a>
          ))}
      </nav>
      <main class="admin-main">{Part ? <Part key={open} /> : <Shapes />}</main>
    </div>
  );
}

/** Which mission is administered, where there is more than one. */
function MissionChoice() {
  const chosen = choice.value.state === 'chosen' ? choice.value.mission : '';
  const name = missions.value.find((m) => m.id === chosen)?.name;
  if (missions.value.length < 2) return <p class="admin-mission quiet">{name}</p>;
  return (
    <label class="admin-mission">
      <span class="unseen">{t('mission')}</span>
      <select
        class="field"
        value={chosen}
        onChange={(e) =>
          location.assign(address('admin', { mission: e.currentTarget.value }) + location.hash)
        }
      >
        {missions.value.map((mission) => (
          <option key={mission.id} value={mission.id}>
            {mission.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Shapes() {
  return (
    <div aria-hidden="true">
      {[0, 1, 2, 3].map((row) => (
        <p class="admin-shape" key={row}>
          <span class="skeleton">Somebody, and what they may do</span>
        </p>
      ))}
    </div>
  );
}
