import { useEffect, useState } from 'preact/hooks';
import { useAttempt } from '../shared/attempt';
import { CheckIcon, ClockIcon, CloseIcon } from '../shared/icons';
import { t } from '../shared/language';
import { ReasonAsked } from '../shared/ReasonAsked';
import { tick } from '../shared/store';
import { Ago } from './Ago';
import { DeviceForm } from './DeviceForm';
import {
  change,
  countdown,
  devices,
  make,
  roll,
  timeLeft,
  withdraw,
  type Device,
  type Pairing,
} from './devices';
import { doorsText } from './doorNames';
import { here } from './here';
import { Listed } from './Listed';
import { PairingShown } from './PairingShown';
import { Confirm, Item, Top } from './Parts';
import { planOf } from './plans';

/** The phones and scanners at the doors. */
export function Devices() {
  const [making, setMaking] = useState(false);
  const [pairing, setPairing] = useState<Pairing | null>(null);
  useEffect(() => void devices.read(), []);
  const show = (shown: Pairing) => {
    setPairing(shown);
    // the list stands below: what is asked for next is at the top
    window.scrollTo({ top: 0 });
    void devices.read();
  };
  return (
    <>
      <Top title={t('admin.devices')}>
        {!making && (
          <button class="button big primary" type="button" onClick={() => setMaking(true)}>
            {t('devices.new')}
          </button>
        )}
      </Top>
      {making && (
        <DeviceForm
          device={null}
          save={async (choice) => {
            show(await make(choice));
            setMaking(false);
          }}
          cancel={() => setMaking(false)}
        />
      )}
      {pairing && (
        <PairingShown
          key={pairing.code}
          pairing={pairing}
          again={async () => show(await roll(pairing.device))}
          done={() => setPairing(null)}
        />
      )}
      <Listed
        of={devices}
        kind="devices"
        empty={t('devices.empty')}
        headings={[t('admin.name'), t('admin.doors'), t('admin.state'), t('admin.last-seen')]}
        row={(device) => <Row key={device.id} device={device} show={show} />}
      />
    </>
  );
}

function Row({ device, show }: { device: Device; show: (pairing: Pairing) => void }) {
  const [asking, setAsking] = useState<'edit' | 'roll' | 'withdraw' | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const gone = device.state === 'revoked';
  const renew = () =>
    attempt(async () => {
      show(await roll(device));
      setAsking(null);
    });
  return (
    <Item
      off={gone}
      name={device.name}
      detail={[t(`role.${device.role}`), device.findsPeople ? t('devices.finds') : '']
        .filter(Boolean)
        .join(' · ')}
      what={doorsText(device.doors, planOf(here()))}
      state={<State device={device} />}
      when={<Ago at={device.lastSeen} label={t('admin.last-seen')} />}
      acts={
        <>
          {!gone && (
            <button class="button" type="button" onClick={() => setAsking(asking === 'edit' ? null : 'edit')}>
              {t('admin.edit')}
            </button>
          )}
          <button
            class="button"
            type="button"
            disabled={busy}
            onClick={() => (device.state === 'paired' ? setAsking('roll') : void renew())}
          >
            {t('devices.roll')}
          </button>
          {!gone && (
            <button class="button" type="button" onClick={() => setAsking('withdraw')}>
              {t('admin.withdraw')}
            </button>
          )}
        </>
      }
      failure={failure}
    >
      {asking === 'roll' && (
        <Confirm
          title={t('devices.roll.title', { name: device.name })}
          yes={t('devices.roll')}
          busy={busy}
          go={() => void renew()}
          cancel={() => setAsking(null)}
        />
      )}
      {asking === 'withdraw' && (
        <ReasonAsked
          title={t('devices.withdraw.title', { name: device.name })}
          common={[
            t('devices.why.lost'),
            t('devices.why.stolen'),
            t('devices.why.returned'),
            t('devices.why.other-person'),
          ]}
          give={(reason) =>
            attempt(async () => {
              await withdraw(device, reason);
              setAsking(null);
              await devices.read();
            })
          }
          cancel={() => setAsking(null)}
        />
      )}
      {asking === 'edit' && (
        <DeviceForm
          device={device}
          save={async (choice) => {
            await change(device, choice);
            setAsking(null);
            await devices.read();
          }}
          cancel={() => setAsking(null)}
        />
      )}
    </Item>
  );
}

function State({ device }: { device: Device }) {
  const left = timeLeft(device, tick.value);
  if (device.state === 'revoked')
    return (
      <>
        <span class="state off">
          <CloseIcon />
          {t('devices.revoked')}
        </span>
        <span class="quiet">{device.revokedWhy}</span>
      </>
    );
  if (device.state === 'paired')
    return (
      <span class="state">
        <CheckIcon />
        {t('devices.paired')}
      </span>
    );
  return (
    <span class="state">
      <ClockIcon />
      {left > 0 ? t('devices.waiting') : t('devices.expired')}
      {left > 0 && <span class="figure">{countdown(left)}</span>}
    </span>
  );
}
