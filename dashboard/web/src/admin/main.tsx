import { open } from '../shared/Frame';
import { t } from '../shared/language';
import { findMission } from '../shared/mission';
import { Admin } from './Admin';

open(Admin, () => t('page.admin'), { page: 'admin', missionless: true });
void findMission(() => undefined);
