import { takeFragment } from '../shared/fragment';
import { open } from '../shared/Frame';
import { t } from '../shared/language';
import { findMe } from '../shared/mission';
import { readCode } from '../shared/pairingCode';
import { given, Pair } from './Pair';
import './pair.css';

takeFragment((fragment) => {
  if (fragment !== '') given.value = readCode(fragment);
});
open(Pair, () => t('page.pair'), { anybody: true });
void findMe();
