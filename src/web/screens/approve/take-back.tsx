// For its author: a bulletin that waits for approval is taken back, to be changed.
// It must never show when there is nothing to take back.
import type { Bulletin } from '../../../http/schemas/bulletin.ts';
import { approveApi } from '../../approve-api.ts';
import { Act } from '../../parts/act.tsx';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

export function TakeBack({ bulletin, again }: { bulletin: Bulletin; again: () => void }) {
  const w = words.value.approve.act;
  if (bulletin.state !== 'pending' || !holds('author')) return null;
  return (
    <div class="card take-back">
      <p class="hint">{w.takeBackHint}</p>
      <Act act={() => approveApi.withdraw(bulletin.id, null).then(again)}>{w.takeBack}</Act>
    </div>
  );
}
