// What must not be missed of the document a bulletin was made from: a draft, an end.
// It must never know which statuses exist: the service says the sentence.
import type { BulletinView } from '../../http/schemas/bulletin.ts';
import { said } from '../words.ts';
import { Notice } from './notice.tsx';

export function Warnings({ warnings }: Pick<BulletinView, 'warnings'>) {
  return (
    <>
      {warnings.map((one) => (
        <Notice key={one.code} tone="bad">
          {one.number !== null && <strong>{one.number}</strong>} {said(one.say)}
        </Notice>
      ))}
    </>
  );
}
