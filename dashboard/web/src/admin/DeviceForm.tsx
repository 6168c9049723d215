import { useState } from 'preact/hooks';
import { useAttempt } from '../shared/attempt';
import { t } from '../shared/language';
import type { Device, DeviceChoice } from './devices';
import { DoorPicker } from './DoorPicker';
import { here } from './here';
import { Form, NameField } from './Parts';
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
    <Form
      title={device ? t('devices.edit-title', { name: device.name }) : t('devices.new')}
      yes={device ? t('admin.save') : t('devices.make')}
      ready={!busy && choice.name.trim() !== '' && choice.doors?.length !== 0}
      failure={wrongName ? null : failure}
      save={() => void attempt(() => save({ ...choice, name: choice.name.trim() }))}
      cancel={cancel}
    >
      <div class="grant-fields">
        <NameField
          label={t('admin.name')}
          hint={t('devices.name-hint')}
          wrong={wrongName}
          value={choice.name}
          set={(name) => setChoice({ ...choice, name })}
        />
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
    </Form>
  );
}
