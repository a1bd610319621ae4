// Offers to install the page on this device, where its browser can.
// It must never insist: whoever does not want it sees one quiet card.
import { installOffer } from '../installing.ts';
import { words } from '../words.ts';

export function Install() {
  const w = words.value.install;
  const isApple = /iPhone|iPad/.test(navigator.userAgent);
  const event = installOffer.value;
  if (event === null && !isApple) return null;
  return (
    <section class="card" aria-label={w.title}>
      <h2>{w.title}</h2>
      <p>{event === null ? w.ios : w.why}</p>
      {event !== null && (
        <button type="button" class="button" onClick={() => void event.prompt()}>
          {w.act}
        </button>
      )}
    </section>
  );
}
