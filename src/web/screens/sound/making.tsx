// The sound of one bulletin being made: its place in the line, how far it is, a way to stop it and one to go on.
// It must never know how sound is made, nor in which order.
import type { Bulletin } from '../../../http/schemas/bulletin.ts';
import type { Making as Made } from '../../../http/schemas/making.ts';
import { useAsk } from '../../ask.ts';
import { length } from '../../format.ts';
import { progress } from '../../live.ts';
import { makingApi } from '../../making-api.ts';
import { Act } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

/** On a bulletin's own page. */
export function Making({ id }: { id: string }) {
  const ask = useAsk({ ask: makingApi.list, key: id, on: ['bulletin'] });
  const one = ask.answer.value?.makings.find(({ bulletinId }) => bulletinId === id);
  return (
    <div class="card" aria-live="polite">
      <HowFar id={id} one={one} />
      <p class="hint">{words.value.say.makingHint}</p>
      <StopMaking id={id} />
      <a class="button button-quiet" href="#/makings">
        {words.value.makings.link}
      </a>
    </div>
  );
}

/** What the service says as it goes on; before that, what it answered when it was asked. */
export function HowFar({ id, one }: { id: string; one: Made | undefined }) {
  const { say, makings } = words.value;
  const heard = progress.value[id];
  if (heard === undefined && one !== undefined && one.at === null)
    return <p>{one.ahead <= 1 ? makings.next : makings.ahead(one.ahead)}</p>;
  const at = heard ?? one?.at ?? {};
  const [done, total] = [Number(at.done ?? 0), Number(at.total ?? 0)];
  const step = say.steps[at.step as keyof typeof say.steps] ?? say.making;
  const leftSeconds = at.leftMs == null ? 0 : Math.ceil(Number(at.leftMs) / 1_000);
  return (
    <>
      <p>
        {[
          step,
          ...(at.step === 'speech' && total > 0 ? [makings.sentence(done, total)] : []),
          ...(leftSeconds > 0 ? [makings.left(length(leftSeconds))] : []),
        ].join(' · ')}
      </p>
      <progress {...(total > 0 && { value: done, max: total })} aria-label={step} />
    </>
  );
}

export function StopMaking({ id }: { id: string }) {
  const w = words.value.makings;
  if (!holds('author', 'operator')) return null;
  return (
    <Confirm
      quiet
      label={w.stop}
      title={w.stopSure}
      ask={w.stopAsk}
      yes={w.stop}
      act={() => makingApi.stop(id)}
    />
  );
}

/** Stopped, or failed: the same words once more. */
export function MakeAgain({ bulletin, again }: { bulletin: Bulletin; again: () => void }) {
  if (bulletin.state !== 'failed' || bulletin.text.trim() === '') return null;
  if (!holds('author', 'operator')) return null;
  return (
    <Act act={() => makingApi.again(bulletin.id).then(again)}>{words.value.makings.again}</Act>
  );
}
