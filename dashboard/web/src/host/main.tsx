import { effect } from '@preact/signals';
import { me } from '../shared/access';
import { ask, missionPath } from '../shared/api';
import type { Programme } from '../shared/contract';
import { takeFragment } from '../shared/fragment';
import { open } from '../shared/Frame';
import { t } from '../shared/language';
import { Live } from '../shared/live';
import { answered, findMission, mayHere } from '../shared/mission';
import { planned, programme } from '../shared/store';
import { Host } from './Host';
import { link, linkIn, openLink } from './link';
import { LinkOpened } from './LinkOpened';
import { chooseSession, chosen } from './state';
import './host.css';

const ToNobody = () => (
  <>
    <h1>{t('access.nobody.title')}</h1>
    <p>{t('access.nobody.host-text')}</p>
  </>
);

const Page = () => (link.value ? <LinkOpened /> : <Host />);

open(Page, () => t('page.host'), { page: 'host', toNobody: ToNobody });

let begun = false;

takeFragment((fragment) => {
  const code = linkIn(fragment);
  if (code === null) begin();
  else void openLink(code).then((opened) => opened && begin());
});

function begin(): void {
  if (begun) return;
  begun = true;
  void findMission((mission) => {
    const only = me.value?.sessions ?? [];
    if (only.length === 1 && only[0] !== undefined) chooseSession(only[0]);
    const live = new Live(mission);
    // whoever may not see a board is shown one session, and chooses it from the programme
    live.listen();
    if (!mayHere('board'))
      void answered(() => ask<Programme>(missionPath(mission, 'programme'))).then(planned);
    effect(() => {
      const known = chosen.value !== '' && programme.value?.sessions.some((s) => s.id === chosen.value);
      if (known || only.length === 1) live.show(`session/${chosen.value}`);
      // until it is known that the session exists, the page needs the programme to choose from
      else if (mayHere('board')) live.show('mission');
    });
  });
}
