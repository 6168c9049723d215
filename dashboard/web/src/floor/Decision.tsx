import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Failure } from '../shared/api';
import {
  AdmittedIcon,
  ExitedIcon,
  OfflineIcon,
  PersonIcon,
  RefusedIcon,
  StarIcon,
  UndoIcon,
  WaitingIcon,
  WarningIcon,
} from '../shared/icons';
import { t } from '../shared/language';
import { mayHere } from '../shared/mission';
import { Occupancy } from '../shared/Occupancy';
import { ReasonAsked } from '../shared/ReasonAsked';
import { roomView, tick, venueView } from '../shared/store';
import type { DoorPlace } from './doors';
import type { Pending } from './scanQueue';
import {
  annul,
  countNow,
  isOverridable,
  isSoft,
  override,
  queue,
  shown,
  undoable,
  type Settled,
} from './state';
import { uuid7 } from './uuid';
import { reasonOf } from '../shared/Said';

/** What fills the screen: the decision, or that there is none yet, or the room while nobody is at the door. */
export function Decision({ at }: { at: DoorPlace }) {
  const settled = shown.value;
  const pending = queue.value[0];
  if (settled) return <Answer key={settled.request.scanId} settled={settled} />;
  if (pending) return <Unanswered pending={pending} />;
  return <Idle at={at} />;
}

function Screen({
  look,
  icon,
  word,
  children,
  assertive,
}: {
  look: string;
  icon: ComponentChildren;
  word: string;
  children?: ComponentChildren;
  assertive?: boolean;
}) {
  return (
    <section class={`decision ${look}`} aria-live={assertive ? 'assertive' : 'polite'}>
      <div class="decision-head">
        <span class="decision-icon">{icon}</span>
        <p class="decision-word">{word}</p>
      </div>
      {children}
    </section>
  );
}

function Idle({ at }: { at: DoorPlace }) {
  const [undoing, setUndoing] = useState(false);
  const room = at.room ? roomView.value.get(at.room.id) : undefined;
  const count = at.room ? room?.occupancy : venueView.value.get(at.venue.id)?.occupancy;
  return (
    <section class="decision idle">
      <div class="decision-body">
        {count && <Occupancy count={count} trend={room?.trend} shape="card" />}
        {!undoing && <p class="decision-hint">{t(mayHere('search') ? 'floor.idle' : 'floor.idle-scan')}</p>}
      </div>
      <Undo open={undoing} setOpen={setUndoing} />
    </section>
  );
}

function Unanswered({ pending }: { pending: Pending }) {
  const waits = queue.value.slice(1);
  const seconds =
    pending.retryAt === null
      ? 0
      : Math.max(0, Math.ceil((pending.retryAt - Math.max(tick.value, Date.now())) / 1000));
  const retrying = pending.state === 'retrying';
  return (
    <Screen
      look={retrying ? 'trouble' : 'checking'}
      icon={retrying ? <OfflineIcon /> : <WaitingIcon />}
      word={retrying ? t('floor.not-recorded') : t('floor.checking')}
    >
      <div class="decision-body">
        <p class="decision-name code">{pending.label}</p>
        {retrying && (
          <>
            <p class="decision-text">
              {seconds > 0 ? t('floor.retrying', { n: seconds }) : t('floor.retrying-now')}
            </p>
            <p class="decision-text">{t('floor.ask-to-wait')}</p>
          </>
        )}
        {waits.length > 0 && (
          <p class="decision-text">{t('floor.queue', { labels: waits.map((p) => p.label).join(', ') })}</p>
        )}
      </div>
    </Screen>
  );
}

const looks = { admitted: AdmittedIcon, exited: ExitedIcon, refused: RefusedIcon } as const;

function Answer({ settled }: { settled: Settled }) {
  const [asking, setAsking] = useState<'override' | 'undo' | null>(null);
  const { decision, failure } = settled;
  if (!decision)
    return (
      <Screen look="trouble" icon={<OfflineIcon />} word={t('floor.failed')} assertive>
        <div class="decision-body">
          <p class="decision-name code">{settled.label}</p>
          <p class="decision-text">{t('floor.failed.text', { detail: detail(failure) })}</p>
        </div>
      </Screen>
    );
  const soft = isSoft(decision);
  const look = settled.annulled ? 'undone' : soft ? 'soft' : decision.outcome;
  const Icon = settled.annulled ? UndoIcon : soft ? WarningIcon : looks[decision.outcome];
  const word = settled.annulled ? t('floor.undone') : soft ? t('floor.soft') : t(`floor.${decision.outcome}`);
  const { count, trend } = countNow(decision);
  // beside a refusal, an undo of whoever came before would be taken for this person's; the idle screen offers it
  const mine = undoable.value?.request.scanId === settled.request.scanId;
  const person = decision.delegate;
  return (
    <Screen look={asking ? `${look} asking` : look} icon={<Icon />} word={word} assertive>
      <div class="decision-body" onClick={() => (shown.value = null)}>
        {person ? (
          <div class="decision-person">
            <p class="decision-name">{person.name}</p>
            <p class="decision-organisation">{person.organisation}</p>
            {(person.vip || person.note) && (
              <p class="decision-note">
                {person.vip ? <StarIcon /> : <PersonIcon />}
                {[person.vip ? t('vip') : '', person.note].filter(Boolean).join(' · ')}
              </p>
            )}
          </div>
        ) : (
          <p class="decision-name code">{settled.label}</p>
        )}
        {decision.outcome === 'refused' && decision.reason && !settled.annulled && (
          <p class="decision-reason">{t(`reason.${decision.reason}`)}</p>
        )}
        {!settled.annulled && <p class="decision-text">{decision.text}</p>}
        {decision.marks.map((mark) => (
          <p class="decision-note" key={mark}>
            <WarningIcon />
            {t(`mark.${mark}`)}
          </p>
        ))}
        {asking === null && (
          <div class="decision-count">
            <Occupancy count={count} trend={trend} shape="card" />
          </div>
        )}
      </div>
      {isOverridable(decision) && !soft && <p class="decision-note">{t('floor.override.ask')}</p>}
      {soft && asking === null && (
        <button class="button big primary" type="button" onClick={() => setAsking('override')}>
          {t('floor.override')}
        </button>
      )}
      {asking === 'override' && (
        <ReasonAsked
          title={t('floor.override.title')}
          common={[
            t('floor.override.speaker'),
            t('floor.override.party'),
            t('floor.override.host'),
            t('floor.override.staff'),
          ]}
          give={(reason) => {
            override(settled, reason);
            return Promise.resolve();
          }}
          cancel={() => setAsking(null)}
        />
      )}
      {mine && <Undo open={asking === 'undo'} setOpen={(open) => setAsking(open ? 'undo' : null)} />}
    </Screen>
  );
}

/** Undo of the last scan of this device, while there is one that may be undone. */
function Undo({ open, setOpen }: { open: boolean; setOpen: (open: boolean) => void }) {
  const last = undoable.value;
  // one id for as long as the question stands, so that a repeat after a lost answer is the same annulment
  const [id] = useState(uuid7);
  const [failed, setFailed] = useState<string | null>(null);
  if (!last) return null;
  const name = last.decision?.delegate?.name ?? last.label;
  if (!open)
    return (
      <button class="button big" type="button" onClick={() => setOpen(true)}>
        <UndoIcon />
        <span class="undo-name">{t('floor.undo', { name })}</span>
      </button>
    );
  return (
    <>
      {failed !== null && (
        <p class="decision-note" role="alert">
          <WarningIcon />
          {t('floor.undo.failed', { detail: failed })}
        </p>
      )}
      <ReasonAsked
        title={`${t('floor.undo.title')} ${name}`}
        common={[
          t('floor.undo.person'),
          t('floor.undo.direction'),
          t('floor.undo.door'),
          t('floor.undo.left'),
        ]}
        give={async (reason) => {
          try {
            await annul(last, id, reason);
            setOpen(false);
          } catch (error) {
            setFailed(detail(error instanceof Failure ? error : null));
          }
        }}
        cancel={() => setOpen(false)}
      />
    </>
  );
}

function detail(failure: Failure | null): string {
  return failure ? reasonOf(failure) : t('error.server.title');
}
