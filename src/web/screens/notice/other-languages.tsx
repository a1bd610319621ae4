// What a notice will be in the other languages of the chosen villages, before it is sent: complete, or what is missing.
// It must never hold the notice up: it goes in Vietnamese whatever stands here.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FrameOffer, OfferWish } from '../../../http/schemas/frame.ts';
import { framesApi } from '../../frames-api.ts';
import { Chip } from '../../parts/icons.tsx';
import { said, words } from '../../words.ts';

/** A word is typed in less. */
const PAUSE_MS = 600;

export function OtherLanguages({ wish }: { wish: OfferWish }) {
  const w = words.value.frames;
  const offers = useSignal<readonly FrameOffer[]>([]);
  const key = JSON.stringify(wish);
  useEffect(() => {
    const end = new AbortController();
    const ask = () =>
      framesApi.offers(JSON.parse(key) as OfferWish, end.signal).then(
        (answer) => (offers.value = answer.offers),
        // asked again at the next change; the notice goes without it
        () => undefined,
      );
    const waiting = setTimeout(ask, PAUSE_MS);
    return () => {
      clearTimeout(waiting);
      end.abort();
    };
  }, [key]);
  if (offers.value.length === 0) return null;
  return (
    <div class="frame-offers" aria-live="polite">
      <h3>{w.otherLanguages}</h3>
      <ul class="rows">
        {offers.value.map((offer) => (
          <One key={offer.language} offer={offer} />
        ))}
      </ul>
      {offers.value.some(({ state }) => state === 'ready') && (
        <p class="hint">{w.afterVietnamese}</p>
      )}
    </div>
  );
}

function One({ offer }: { offer: FrameOffer }) {
  const w = words.value.frames;
  const isReady = offer.state === 'ready';
  const missing = offer.missing.map(
    ({ prompt, why }) => `“${prompt}”${why === 'not-confirmed' ? ` (${w.notConfirmed})` : ''}`,
  );
  const lacking = [...missing, ...offer.empty.map((label) => `“${label}”`)];
  return (
    <li class="row">
      <span class="row-head">
        <strong>{offer.languageName}</strong>
        <Chip tone={isReady ? 'good' : 'wait'}>{w.offer[offer.state]}</Chip>
      </span>
      {lacking.length > 0 && <span>{lacking.join(', ')}</span>}
      {isReady && <small>{offer.text}</small>}
      {isReady && offer.unsaid.length > 0 && <small>{w.unsaid(offer.unsaid.join(', '))}</small>}
      {offer.unheard.map(({ say, areaIds }) => (
        <small key={say.vi}>
          {w.notHeardIn(areaIds.length)}: {said(say)}
        </small>
      ))}
      <small>{w.villages(offer.areaIds.length)}</small>
      {!isReady && offer.frameId !== null && (
        <a class="button button-quiet" href={`#/frames/${offer.frameId}`}>
          {w.record}
        </a>
      )}
    </li>
  );
}
