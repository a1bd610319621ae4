// How a stop ended, place by place: what is silent now with its proof, what did not go and can go again.
// It must never soften a failure: a loudspeaker nobody reached still speaks.
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { said, words } from '../words.ts';
import { Notice } from './notice.tsx';
import { type Ended, type Sounding, stopAt } from './stopping.ts';

type Props = {
  ended: Signal<Ended[] | null>;
  heard: (at: string) => Sounding[];
  close: () => void;
};

export function StopEnds({ ended, heard, close }: Props) {
  const w = words.value;
  const working = useSignal(false);
  const all = ended.value ?? [];
  const failed = all.filter((one) => 'failure' in one);
  // the button pressed is gone: the next thing to press takes its place for the keyboard
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), [ended.value]);
  const again = () => {
    if (working.value) return;
    working.value = true;
    void stopAt(
      failed.map(({ place }) => place),
      '',
    ).then((next) => {
      ended.value = [...all.filter((one) => 'stopped' in one), ...next];
      working.value = false;
    });
  };
  return (
    <>
      {all.map((one) => (
        <One key={one.place.id} one={one} heard={heard} close={close} />
      ))}
      <div class="actions">
        {failed.length > 0 && (
          <button
            ref={next}
            type="button"
            class="button stop-now"
            aria-busy={working.value}
            onClick={again}
          >
            {working.value ? w.stop.going : w.stop.again}
          </button>
        )}
        <button ref={failed.length > 0 ? null : next} type="button" class="button" onClick={close}>
          {w.common.close}
        </button>
      </div>
    </>
  );
}

function One({ one, heard, close }: Omit<Props, 'ended'> & { one: Ended }) {
  const w = words.value.stop;
  const { name, id } = one.place;
  if ('failure' in one)
    return (
      <Notice tone="bad">
        <strong>{w.notStopped(name)}</strong>
        <p>{one.failure.code === 'no-answer' ? w.notSent : said(one.failure.say)}</p>
      </Notice>
    );
  const { airingIds, broker, sentence } = one.stopped;
  const title = (airingId: string) => heard(id).find((airing) => airing.id === airingId)?.title;
  return (
    <Notice tone={broker === 'connected' ? 'good' : 'bad'}>
      <strong>{broker === 'connected' ? w.stopped(name) : w.waits(name)}</strong>
      <p>{said(sentence)}</p>
      {airingIds.length > 0 && (
        <ul class="stop-heard">
          {airingIds.map((airingId) => (
            <li key={airingId}>
              <a href={`#/airing/${airingId}`} onClick={close}>
                {w.proof(title(airingId) ?? w.airing)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
