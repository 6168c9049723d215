import { effect } from '@preact/signals';
import { open } from '../shared/Frame';
import { t } from '../shared/language';
import { Live } from '../shared/live';
import { findMission } from '../shared/mission';
import { Floor } from './Floor';
import { door } from './state';
import { Unpaired } from './Unpaired';
import { Unrecorded } from './Unrecorded';
import './floor.css';

open(Floor, () => t('page.floor'), { page: 'floor', toNobody: Unpaired, afterEnd: Unrecorded });
void findMission((mission) => {
  const live = new Live(mission);
  // a phone at a door listens to its building and to nothing else; until a door is chosen it needs the whole programme
  effect(() => live.show(door.value ? `venue/${door.value.venue.id}` : 'mission'));
});
