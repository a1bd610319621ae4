// What must not be missed of the document a bulletin was made from: a draft, an end. A broad band with words.
// It must never know which statuses exist: the service says the sentence.
import type { BulletinView } from '../../http/schemas/bulletin.ts';
import { said, words } from '../words.ts';
import { Icon } from './icons.tsx';

export type Warning = BulletinView['warnings'][number];

/** @param spoken the sound says it too */
export function Warnings(of: { warnings: readonly Warning[]; spoken?: boolean }) {
  const w = words.value.editor;
  return (
    <>
      {of.warnings.map((one) => (
        <div key={`${one.code} ${one.number}`} class={`standing standing-${one.code}`} role="alert">
          <Icon name="alert" />
          <div>
            <p class="standing-name">{w.band[one.code]}</p>
            <p>
              {said(one.say)} {of.spoken !== false && w.saysSo}
            </p>
          </div>
        </div>
      ))}
    </>
  );
}
