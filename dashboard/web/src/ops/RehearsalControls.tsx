import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { ask, Failure, missionPath } from '../shared/api';
import type { Rehearsal } from '../shared/contract';
import { PauseIcon, PlayIcon } from '../shared/icons';
import { t } from '../shared/language';
import { programme, speed } from '../shared/store';

const speeds = [1, 10, 30, 60, 120] as const;

const rehearsal = signal<Rehearsal | null>(null);

/** The speed that the rehearsal runs at, or ran at before it was paused: the server does not keep it over a pause. */
const pace = signal(30);

async function refresh(mission: string): Promise<void> {
  try {
    keep(await ask<Rehearsal>(missionPath(mission, 'rehearsal')));
  } catch (error) {
    // without an answer the controls keep what they last knew; the page says by itself that the server is away
    if (!(error instanceof Failure)) throw error;
  }
}

function keep(now: Rehearsal): void {
  rehearsal.value = now;
  if (now.speed > 0) pace.value = now.speed;
}

/** Start, pause and speed, for a mission that is rehearsed. */
export function RehearsalControls() {
  const mission = programme.value?.mission;
  const version = programme.value?.version;
  const running = speed.value;
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  // whoever changes the rehearsal, the mission's clock changes with it: then ask again
  useEffect(() => {
    if (mission) void refresh(mission);
  }, [mission, version, running]);

  const now = rehearsal.value;
  if (!mission || !now?.rehearsal) return null;

  const set = async (body: Pick<Rehearsal, 'running' | 'speed'>) => {
    setBusy(true);
    setFailed(false);
    try {
      pace.value = body.speed;
      keep(await ask<Rehearsal>(missionPath(mission, 'rehearsal'), { method: 'PUT', body }));
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div class="rehearsal" role="group" aria-label={t('ops.rehearsal')} aria-busy={busy}>
      <span class="rehearsal-name">{t('ops.rehearsal')}</span>
      <button
        class="button"
        type="button"
        disabled={busy}
        onClick={() => void set({ running: !now.running, speed: pace.value })}
      >
        {now.running ? <PauseIcon /> : <PlayIcon />}
        {now.running ? t('ops.pause') : t('ops.start')}
      </button>
      <label class="choice">
        <span class="unseen">{t('ops.speed')}</span>
        <select
          value={String(pace.value)}
          disabled={busy}
          onChange={(e) => void set({ running: now.running, speed: Number(e.currentTarget.value) })}
        >
          {[...new Set([...speeds, pace.value])]
            .sort((a, b) => a - b)
            .map((times) => (
              <option key={times} value={String(times)}>
                {times}×
              </option>
            ))}
        </select>
      </label>
      {failed && (
        <span class="rehearsal-failed" role="alert">
          {t('ops.rehearsal-failed')}
        </span>
      )}
    </div>
  );
}
