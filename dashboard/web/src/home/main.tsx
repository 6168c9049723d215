import { open } from '../shared/Frame';
import { t } from '../shared/language';
import { findMission } from '../shared/mission';
import { Home } from './Home';
import './home.css';

open(Home, () => t('page.home'));
void findMission(() => undefined);
