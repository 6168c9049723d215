import { open } from '../shared/Frame';
import { t } from '../shared/language';
import { findMission } from '../shared/mission';
import { Badges } from './Badges';
import { begin } from './state';
import './badges.css';

open(Badges, () => t('page.badges'), { page: 'badges' });
void findMission(begin);
