import { effect } from '@preact/signals';
import { open } from '../shared/Frame';
import { t } from '../shared/language';
import { Live } from '../shared/live';
import { choice, findMission } from '../shared/mission';
import { planned } from '../shared/store';
import { Admin } from './Admin';
import { planOf } from './plans';
import './admin.css';

open(Admin, () => t('page.admin'), { page: 'admin', missionless: true });
void findMission((mission) => new Live(mission).listen());

effect(() => {
  const plan = choice.value.state === 'chosen' ? planOf(choice.value.mission) : null;
  if (plan) planned(plan);
});
