import { useReady } from '../shared/Frame';
import { Stale } from '../shared/Chrome';
import { snapshot, zoneOf } from '../shared/store';
import { Arrivals } from './Arrivals';
import { Cities } from './Cities';
import { Header } from './Header';
import { LastScans } from './LastScans';
import { Sessions } from './Sessions';
import { Verdict } from './Verdict';

/** The wall: who is where, which room is filling, what is late, what needs a decision now. */
export function Ops() {
  useReady(snapshot.value !== null);
  return (
    <>
      <Header />
      <Stale zone={zoneOf({})} />
      <main class="ops-main">
        <Verdict />
        <Cities>
          <Sessions />
          <LastScans />
          <Arrivals />
        </Cities>
      </main>
    </>
  );
}
