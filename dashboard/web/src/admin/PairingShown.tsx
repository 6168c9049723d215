import { useEffect } from 'preact/hooks';
import { useAttempt } from '../shared/attempt';
import { AdmittedIcon, ClockIcon, WarningIcon } from '../shared/icons';
import { t } from '../shared/language';
import { groupCode } from '../shared/pairingCode';
import { qr } from '../shared/qr';
import { Said } from '../shared/Said';
import { tick } from '../shared/store';
import { countdown, devices, timeLeft, type Pairing } from './devices';
import { doorsText } from './doorNames';
import { here } from './here';
import { planOf } from './plans';

const pace = 2_000;
const local = /^(localhost|127\.|\[::1\])/;

/** What a phone scans to become a device: the code as a picture and to be typed, until it is used or ten minutes have passed. */
export function PairingShown({
  pairing,
  again,
  done,
}: {
  pairing: Pairing;
  again: () => Promise<void>;
  done: () => void;
}) {
  const device = devices.value.value?.find((d) => d.id === pairing.device.id) ?? pairing.device;
  const paired = device.state === 'paired';
  const left = timeLeft(pairing.device, tick.value);
  const waits = !paired && left > 0;
  const { busy, failure, attempt } = useAttempt();
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => void devices.read(), pace);
    return () => clearInterval(timer);
  }, [waits]);

  if (paired)
    return (
      <section class="pairing done" role="status">
        <h3>
          <AdmittedIcon />
          {t('devices.pairing.done', { name: device.name })}
        </h3>
        <p>{t('devices.pairing.done-text', { doors: doorsText(device.doors, planOf(here())) })}</p>
        <button class="button big primary" type="button" onClick={done}>
          {t('admin.done')}
        </button>
      </section>
    );

  const link = `${location.origin}/pair/#${pairing.code}`;
  return (
    <section class="pairing">
      {waits && <Qr text={link} />}
      <div class="pairing-text">
        <h3>{t('devices.pairing.title', { name: device.name })}</h3>
        {waits ? (
          <>
            <p>{t('devices.pairing.scan')}</p>
            <p>{t('devices.pairing.type', { address: `${location.host}/pair/` })}</p>
            <p class="pairing-code">{groupCode(pairing.code)}</p>
            <p class="pairing-left">
              <ClockIcon />
              <span class="figure">{t('devices.pairing.left', { time: countdown(left) })}</span>
            </p>
            {local.test(location.hostname) && (
              <p class="state warn">
                <WarningIcon />
                {t('devices.pairing.local', { host: location.host })}
              </p>
            )}
            <button class="button big" type="button" onClick={done}>
              {t('close')}
            </button>
          </>
        ) : (
          <>
            <p role="status">{t('devices.pairing.over')}</p>
            <Said failure={failure} />
            <div class="form-acts">
              <button
                class="button big primary"
                type="button"
                disabled={busy}
                onClick={() => void attempt(again)}
              >
                {t('devices.roll')}
              </button>
              <button class="button big" type="button" onClick={done}>
                {t('close')}
              </button>
            </div>
          </>
        )}
      </div>
    </section>
  );
}

function Qr({ text }: { text: string }) {
  const { side, path } = qr(text);
  return (
    <svg
      class="pairing-qr"
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={t('devices.pairing.qr')}
    >
      <path d={path} />
    </svg>
  );
}
