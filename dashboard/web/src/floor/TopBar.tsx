import { Connection } from '../shared/Chrome';
import { CloseIcon, DoorIcon, SettingsIcon } from '../shared/icons';
import { t } from '../shared/language';
import { operator } from './identity';
import { chooseDoor, door, nameOf } from './state';

export function TopBar({ settings, toggle }: { settings: boolean; toggle: () => void }) {
  const at = door.value;
  return (
    <header class="floor-top">
      {at && operator.value && !settings ? (
        <button
          class="floor-door"
          type="button"
          onClick={() => chooseDoor('')}
          title={t('floor.change-door')}
        >
          <DoorIcon />
          <span>
            <h1>{nameOf(at)}</h1>
            <span class="quiet">
              {at.session ? at.room?.name : at.room ? at.venue.name : t('floor.choose.venue-door')}
            </span>
          </span>
        </button>
      ) : (
        <h1 class="floor-title">{settings ? t('floor.settings') : t('page.floor')}</h1>
      )}
      <Connection />
      {operator.value && (
        <button
          class="button floor-icon"
          type="button"
          aria-label={settings ? t('close') : t('floor.settings')}
          onClick={toggle}
        >
          {settings ? <CloseIcon /> : <SettingsIcon />}
        </button>
      )}
    </header>
  );
}
