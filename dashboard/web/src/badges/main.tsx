import { open } from '../shared/Frame';
import { t } from '../shared/language';
import { Live } from '../shared/live';
import { findMission, mayHere } from '../shared/mission';
import { Badges } from './Badges';
import { begin } from './state';
import './badges.css';

open(Badges, () => t('page.badges'), { page: 'badges' });
void findMission((mission) => {
  new Live(mission).listen();
  if (mayHere('badges')) begin(mission);
});
