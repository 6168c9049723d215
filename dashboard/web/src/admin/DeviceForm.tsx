import { useState } from 'preact/hooks';
import { useAttempt } from '../shared/attempt';
import { t } from '../shared/language';
import { Said } from '../shared/Said';
import type { Device, DeviceChoice } from './devices';
import { DoorPicker } from './DoorPicker';
import { here } from './here';
import { planOf } from './plans';

const fresh: DeviceChoice = { name: '', role: 'floor', findsPeople: false, doors: null };

/** What a device is called, where it may scan and what else it may do. */
export function DeviceForm({
  device,
  save,
  cancel,
}: {
  device: Device | null;
  save: (choice: DeviceChoice) => Promise<void>;
  cancel: () => void;
}) {
  const [choice, setChoice] = useState<DeviceChoice>(
    device
      ? { name: device.name, role: device.role, findsPeople: device.findsPeople, doors: device.doors ?? null }
      : fresh,
  );
  const { busy, failure, attempt } = useAttempt();
  const wrongName = failure?.field('name');
  return (
    <form
      class="admin-form"
      onSubmit={(e) => {
        e.preventDefault();
        void attempt(() => save({ ...choice, name: choice.name.trim() }));
      }}
    >
      <h3>{device ? t('devices.edit-title', { name: device.name }) : t('devices.new')}</h3>
      <div class="grant-fields">
        <label>
          {t('admin.name')}
          <input
            class="field"
            autoComplete="off"
            maxLength={64}
            required
            placeholder={t('devices.name-hint')}
            aria-invalid={Boolean(wrongName)}
            value={choice.name}
            onInput={(e) => setChoice({ ...choice, name: e.currentTarget.value })}
          />
          {wrongName && <span class="field-wrong">{wrongName}</span>}
        </label>
        <label>
          {t('admin.role')}
          <select
            class="field"
            value={choice.role}
            onChange={(e) =>
              setChoice({ ...choice, role: e.currentTarget.selectedIndex === 1 ? 'supervisor' : 'floor' })
            }
          >
            {(['floor', 'supervisor'] as const).map((role) => (
              <option key={role} value={role}>
                {t(`devices.role.${role}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {choice.role === 'floor' && (
        <label class="tick">
          <input
            type="checkbox"
            checked={choice.findsPeople}
            onChange={(e) => setChoice({ ...choice, findsPeople: e.currentTarget.checked })}
          />
          <span>
            {t('devices.finds')}
            <span class="quiet">{t('devices.finds-text')}</span>
          </span>
        </label>
      )}
      <DoorPicker
        plan={planOf(here())}
        value={choice.doors}
        set={(doors) => setChoice({ ...choice, doors })}
      />
      {!wrongName && <Said failure={failure} />}
      <div class="form-acts">
        <button
          class="button big primary"
          type="submit"
          disabled={busy || choice.name.trim() === '' || choice.doors?.length === 0}
        >
          {device ? t('admin.save') : t('devices.make')}
        </button>
        <button class="button big" type="button" onClick={cancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
