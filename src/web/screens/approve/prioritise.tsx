// For an approver: gives a bulletin priority, as whoever plans it may have asked.
// It must never show where nobody may: the service refuses its own writers.
import type { Bulletin } from '../../../http/schemas/bulletin.ts';
import { foresightApi } from '../../foresight-api.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

const JUDGED: readonly Bulletin['state'][] = ['pending', 'approved'];

export function Prioritise({ bulletin, again }: { bulletin: Bulletin; again: () => void }) {
  const w = words.value.conflicts.give;
  if (bulletin.priority !== 'normal' || !JUDGED.includes(bulletin.state)) return null;
  if (!holds('approver')) return null;
  const act = () => foresightApi.prioritise(bulletin.id).then(again);
  return (
    <details class="fold">
      <summary>{w.title}</summary>
      <p class="hint">{w.hint}</p>
      <Confirm quiet label={w.yes} title={w.sure} ask={w.ask} act={act} />
    </details>
  );
}
