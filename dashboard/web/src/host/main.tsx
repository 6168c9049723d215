import { effect } from '@preact/signals';
import { open } from '../shared/Frame';
import { t } from '../shared/language';
import { Live } from '../shared/live';
import { findMission } from '../shared/mission';
import { programme } from '../shared/store';
import { Host } from './Host';
import { chosen } from './state';
import '../shared/controls.css';
import './host.css';

open(Host, () => t('page.host'));
void findMission((mission) => {
  const live = new Live(mission);
  // until it is known that the session exists, the page needs the programme to choose from
  effect(() => {
    const known = chosen.value !== '' && programme.value?.sessions.some((s) => s.id === chosen.value);
    live.show(known ? `session/${chosen.value}` : 'mission');
  });
});
