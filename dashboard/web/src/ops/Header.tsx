import { AccountMenu } from '../shared/AccountMenu';
import { Connection, LanguageSwitch, ThemeSwitch } from '../shared/Chrome';
import { Figure } from '../shared/Figure';
import { clockTime, mediumDate, shortDate, zoneName, zonesMix } from '../shared/format';
import { t } from '../shared/language';
import { address, mayHere } from '../shared/mission';
import { minute, programme, snapshot } from '../shared/store';
import { RehearsalControls } from './RehearsalControls';

export function Header() {
  return (
    <header class="ops-top">
      <div class="ops-name">
        <a class="brand" href={address('')}>
          EventOps
        </a>
        <h1 title={programme.value?.name}>
          {programme.value?.name ?? <span class="skeleton">Mission, city and city</span>}
        </h1>
      </div>
      <MissionClock />
      <p class="ops-total">
        <b>
          <Figure value={snapshot.value?.present} />
        </b>{' '}
        {t('ops.inside')}
      </p>
      {mayHere('rehearse') && <RehearsalControls />}
      <div class="ops-tools">
        <Connection />
        <LanguageSwitch />
        <ThemeSwitch />
        <AccountMenu />
      </div>
    </header>
  );
}

function MissionClock() {
  const city = programme.value?.cities[0];
  if (!city || minute.value === null)
    return (
      <p class="ops-clock">
        <b class="skeleton">00:00</b> <span class="skeleton">Monday 1 January 2000</span>
      </p>
    );
  const mixed = zonesMix(programme.value?.cities.map((c) => c.timeZone) ?? [], minute.value);
  return (
    <p class="ops-clock" title={`${t('ops.clock')}, ${mediumDate(minute.value, city.timeZone)}`}>
      <b class="figure">{clockTime(minute.value, city.timeZone)}</b>{' '}
      <span>{shortDate(minute.value, city.timeZone)}</span>{' '}
      <span class="quiet">
        {mixed && `${city.name}, `}
        {zoneName(city.timeZone, minute.value)}
      </span>
    </p>
  );
}
