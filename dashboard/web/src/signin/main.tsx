import { takeFragment } from '../shared/fragment';
import { open } from '../shared/Frame';
import { t } from '../shared/language';
import { findMe } from '../shared/mission';
import { purposeOf } from './purpose';
import { purpose, SignIn } from './SignIn';
import './signin.css';

takeFragment((fragment) => (purpose.value = purposeOf(fragment)));
open(SignIn, () => t('page.signin'), { anybody: true });
void findMe();
