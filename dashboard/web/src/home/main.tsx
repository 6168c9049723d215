import { open } from '../shared/Frame';
import { t } from '../shared/language';
import { Live } from '../shared/live';
import { findMission } from '../shared/mission';
import { Home } from './Home';
import './home.css';

open(Home, () => t('page.home'));
void findMission((mission) => new Live(mission).listen());
