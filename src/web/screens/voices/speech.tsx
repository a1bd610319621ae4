// Beside a bulletin's sound: who speaks it, who had to stand in and why, and the button that makes it anew.
// It must never make a sound by itself.
import type { BulletinView } from '../../../http/schemas/bulletin.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Notice } from '../../parts/notice.tsx';
import { holds } from '../../session.ts';
import { voicesApi } from '../../voices-api.ts';
import { said, words } from '../../words.ts';

type Props = { view: BulletinView; again: () => void };

export function Speech({ view, again }: Props) {
  const { speech, bulletin } = view;
  const w = words.value.voices.speech;
  const retake = speech.canRetake && holds('author');
  const worth = speech.fallen !== null || speech.notes.length > 0 || bulletin.state === 'failed';
  return (
    <>
      {speech.late !== null && <Notice tone="bad">{said(speech.late)}</Notice>}
      {speech.notes.map((note) => (
        <Notice key={note.en} tone="wait">
          {said(note)}
        </Notice>
      ))}
      {speech.fallen !== null && <Notice tone="wait">{said(speech.fallen.say)}</Notice>}
      {retake && worth && (
        <Confirm
          quiet
          label={w.retake}
          title={w.retakeSure}
          ask={w.retakeAsk}
          act={() => voicesApi.retake(bulletin.id).then(again)}
        />
      )}
      {speech.spokenBy.length > 0 && (
        <details class="fold">
          <summary>{w.title}</summary>
          <ul>
            {speech.spokenBy.map(({ engine, engineVersion, voice, sentences }) => (
              <li key={`${engine} ${engineVersion} ${voice}`}>
                {w.line(`${engine} ${engineVersion}`, voice, sentences)}
              </li>
            ))}
          </ul>
          {speech.byCloud && <p class="hint">{w.cloud}</p>}
          <a class="button button-quiet" href="#/voices">
            {w.chosen}
          </a>
        </details>
      )}
    </>
  );
}
