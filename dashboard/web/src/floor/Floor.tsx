import { useState } from 'preact/hooks';
import { Stale } from '../shared/Chrome';
import { useReady } from '../shared/Frame';
import { snapshot } from '../shared/store';
import { Decision } from './Decision';
import { DoorChooser } from './DoorChooser';
import { operator } from './identity';
import { OperatorQuestion } from './OperatorQuestion';
import { Presenter } from './Presenter';
import { Settings } from './Settings';
import { unlock } from './signals';
import { chosenDoor, door } from './state';
import { TopBar } from './TopBar';

/** A phone at a door: scan, see at once who it is and yes or no and why, next. */
export function Floor() {
  const [settings, setSettings] = useState(false);
  useReady(snapshot.value !== null);
  const at = door.value;
  const content = !operator.value ? (
    <OperatorQuestion />
  ) : settings ? (
    <Settings done={() => setSettings(false)} />
  ) : !snapshot.value ? (
    <Shapes />
  ) : !at ? (
    <DoorChooser unknown={chosenDoor.value} />
  ) : (
    <main class="floor-main">
      <Decision at={at} />
      <Presenter />
    </main>
  );
  return (
    <div class="floor-page" onPointerDown={unlock} onKeyDown={unlock}>
      <TopBar settings={settings} toggle={() => setSettings(!settings)} />
      <Stale zone={at ? zone(at.venue.city) : 'UTC'} />
      {content}
    </div>
  );
}

const zone = (city: string) => snapshot.value?.programme.cities.find((c) => c.id === city)?.timeZone ?? 'UTC';

function Shapes() {
  return (
    <main class="floor-list" aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div class="floor-choice" key={row}>
          <span class="skeleton">The name of a door</span>
        </div>
      ))}
    </main>
  );
}
