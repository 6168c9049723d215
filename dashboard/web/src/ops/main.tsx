import { findMission } from '../shared/mission';
import { t } from '../shared/language';
import { open } from '../shared/Frame';
import { Live } from '../shared/live';
import { Ops } from './Ops';
import './ops.css';

open(Ops, () => t('page.ops'), { page: 'ops' });
void findMission((mission) => new Live(mission).show('mission'));
