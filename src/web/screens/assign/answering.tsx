// A commune's answer to what it was given: taken on, placed in its own schedule, or declined with a reason.
// It must never choose an hour: the schedule's form does.
import type { AssignmentPart, AssignmentView } from '../../../http/schemas/assignment.ts';
import { assignApi } from '../../assign-api.ts';
import { sent, useKept } from '../../kept.ts';
import { Act, Form } from '../../parts/act.tsx';
import { Field } from '../../parts/field.tsx';
import { words } from '../../words.ts';

type Props = { view: AssignmentView; part: AssignmentPart; again: () => void };

export function Answering({ view, part, again }: Props) {
  const w = words.value.assign;
  const reason = useKept(`assign.decline.${view.id}`);
  if (!part.answers) return null;
  const { state } = part.standing;
  const accept = () => assignApi.accept(view.id, part.communeId).then(again);
  const decline = async () => {
    await assignApi.decline(view.id, { communeId: part.communeId, reason: reason.value });
    sent(`assign.decline.${view.id}`);
    again();
  };
  const query = new URLSearchParams({ bulletin: view.bulletinId, areas: part.areaIds.join(',') });
  return (
    <>
      <div class="actions">
        {part.answer !== 'declined' && (
          <a class="button button-main" href={`#/plan/new?${query}`}>
            {state === 'placed' || state === 'aired' ? w.more : w.place}
          </a>
        )}
        {part.answer !== 'accepted' && <Act act={accept}>{w.accept}</Act>}
      </div>
      {part.answer !== 'declined' && state !== 'placed' && state !== 'aired' && (
        <details class="fold">
          <summary>{w.decline}</summary>
          <Form act={decline} label={w.decline} disabled={reason.value.trim() === ''}>
            <Field label={w.reason} value={reason} autocomplete="off" />
          </Form>
        </details>
      )}
    </>
  );
}
