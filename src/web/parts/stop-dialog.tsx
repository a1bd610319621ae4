// The question before everything falls silent, and afterwards what was stopped and what was not.
// It must never know how a stop travels: it says what the service answered, place by place.
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Area } from '../../http/schemas/area.ts';
import { hour } from '../format.ts';
import { words } from '../words.ts';
import { AllClearInstead } from './all-clear.tsx';
import { Dialog } from './confirm.tsx';
import { Field } from './field.tsx';
import { StopEnds } from './stop-ends.tsx';
import {
  askSounding,
  type Ended,
  fromAbove,
  ownOf,
  type Place,
  type Sounding,
  stopAt,
  stoppable,
} from './stopping.ts';

/** null: not known yet · 'unknown': could not be asked, which stops nobody */
type Known = Sounding[] | 'unknown' | null;

export function StopDialog({ areas, close }: { areas: readonly Area[]; close: () => void }) {
  const w = words.value.stop;
  const places = stoppable(areas);
  const known = useSignal<Known>(null);
  const chosen = useSignal<ReadonlySet<string>>(
    new Set(places.length === 1 ? [places[0]?.id ?? ''] : []),
  );
  const ended = useSignal<Ended[] | null>(null);
  useEffect(() => {
    askSounding().then(
      (found) => {
        known.value = found;
        if (places.length > 1) chosen.value = loud(places, found);
      },
      () => {
        known.value = 'unknown';
      },
    );
  }, []);
  const heard = (at: string): Sounding[] =>
    Array.isArray(known.value) ? ownOf(known.value, at) : [];
  const above = (at: string): Sounding[] =>
    Array.isArray(known.value) ? fromAbove(known.value, { areas, at }) : [];
  const question = places.length === 1 ? w.title(places[0]?.name ?? '') : w.titleMany;
  return (
    <Dialog title={ended.value === null ? question : w.act} close={close}>
      {ended.value === null ? (
        <Ask {...{ places, known, chosen, ended, heard, above, close }} />
      ) : (
        <StopEnds {...{ ended, heard, close }} />
      )}
    </Dialog>
  );
}

const isEmergency = ({ priority }: Sounding) => priority === 'emergency';

/** Where something sounds is what a person means; the rest is theirs to add. */
const loud = (places: readonly Place[], found: readonly Sounding[]) =>
  new Set(places.map(({ id }) => id).filter((at) => ownOf(found, at).length > 0));

type AskProps = {
  places: readonly Place[];
  known: Signal<Known>;
  chosen: Signal<ReadonlySet<string>>;
  ended: Signal<Ended[] | null>;
  heard: (at: string) => Sounding[];
  above: (at: string) => Sounding[];
  close: () => void;
};

function Ask({ places, known, chosen, ended, heard, above, close }: AskProps) {
  const w = words.value.stop;
  const reason = useSignal('');
  const working = useSignal(false);
  const wanted = places.filter(({ id }) => chosen.value.has(id));
  const alarmed = wanted.filter(({ id }) => heard(id).some(isEmergency));
  const run = () => {
    if (working.value) return;
    working.value = true;
    void stopAt(wanted, reason.value.trim()).then((all) => {
      ended.value = all;
      working.value = false;
    });
  };
  return (
    <>
      <p>{w.ask}</p>
      <div aria-live="polite">
        {known.value === null && <p class="hint">{w.looking}</p>}
        {known.value === 'unknown' && <p class="wrong">{w.unknown}</p>}
      </div>
      {places.length === 1 ? (
        Array.isArray(known.value) && (
          <Heard all={heard(places[0]?.id ?? '')} above={above(places[0]?.id ?? '')} />
        )
      ) : (
        <Which places={places} chosen={chosen} heard={heard} />
      )}
      <Field label={w.reason} value={reason} autocomplete="off" />
      <div class="actions">
        <button
          type="button"
          class="button stop-now"
          disabled={wanted.length === 0}
          aria-busy={working.value}
          onClick={run}
        >
          {working.value ? w.going : w.now(wanted.length, places.length)}
        </button>
        <button type="button" class="button" onClick={close}>
          {words.value.common.cancel}
        </button>
      </div>
      {alarmed.map(({ id }) => (
        <AllClearInstead key={id} areaId={id} close={close} />
      ))}
    </>
  );
}

function Which({ places, chosen, heard }: Pick<AskProps, 'places' | 'chosen' | 'heard'>) {
  const flip = (id: string) => {
    const next = new Set(chosen.value);
    if (!next.delete(id)) next.add(id);
    chosen.value = next;
  };
  return (
    <fieldset class="group stop-places">
      <legend>{words.value.stop.where}</legend>
      {places.map(({ id, name }) => (
        <label key={id} class="pick">
          <input type="checkbox" checked={chosen.value.has(id)} onChange={() => flip(id)} />
          <span>
            {name}
            <small>{heard(id).map(sayOne).join(' · ')}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type HeardProps = { all: readonly Sounding[]; above: readonly Sounding[] };
function Heard({ all, above }: HeardProps) {
  const w = words.value.stop;
  return (
    <>
      {all.length === 0 ? (
        <p>{w.nothing}</p>
      ) : (
        <ul class="stop-heard" aria-label={w.heard}>
          {all.map((one) => (
            <li key={one.id}>{sayOne(one)}</li>
          ))}
        </ul>
      )}
      {above.length > 0 && (
        <p class="hint">{w.fromAbove(above.map(({ title }) => title).join(', '))}</p>
      )}
    </>
  );
}

function sayOne({ title, sounds, playAtMs }: Sounding): string {
  const w = words.value.stop;
  return sounds ? w.soundsNow(title) : w.soundsAt(title, hour(playAtMs));
}
