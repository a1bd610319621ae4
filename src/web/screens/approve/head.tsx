// Who asks, since when, how urgent it is, and how far its group has come.
// It must never know the bulletin's words.
import type { ApprovalProgress } from '../../../http/schemas/approval.ts';
import type { BulletinView } from '../../../http/schemas/bulletin.ts';
import { length, when } from '../../format.ts';
import { StateChips } from '../../parts/life.tsx';
import { Notice } from '../../parts/notice.tsx';
import { session } from '../../session.ts';
import { words } from '../../words.ts';
import { ago } from './ago.ts';

export function Head({ view }: { view: BulletinView }) {
  const { bulletin, authorName, clip, approval, warnings } = view;
  const w = words.value.approve;
  const facts = [
    clip === null ? null : length(clip.durationMs / 1_000),
    bulletin.repeats > 1 ? w.times(bulletin.repeats) : null,
    w.version(bulletin.version),
  ].filter((one) => one !== null);
  const mark = warnings[0]?.code;
  return (
    <div class="card approve-head">
      <StateChips bulletin={bulletin} {...(mark && { mark })} />
      <p>
        {words.value.approvals.by(authorName)} · {ago(approval.last?.atMs ?? bulletin.createdAtMs)}
      </p>
      <p class="hint">{facts.join(' · ')}</p>
      {bulletin.expiresAtMs !== null && <p>{w.expires(when(bulletin.expiresAtMs))}</p>}
      {bulletin.priority === 'emergency' && <Notice tone="bad">{w.emergencyHint}</Notice>}
      {bulletin.drill && <Notice tone="wait">{w.drillHint}</Notice>}
      {bulletin.personalData && <p class="hint">{w.personal}</p>}
      <LastDone approval={approval} />
      {bulletin.stateReason !== null && <p class="remark">{bulletin.stateReason}</p>}
      <Group approval={approval} />
    </div>
  );
}

/** Said of somebody else only: what one did oneself is said where it was pressed. */
function LastDone({ approval: { last } }: { approval: ApprovalProgress }) {
  if (last === null || last.accountId === session.value?.account.id) return null;
  if (last.what === 'submitted') return null;
  const say = words.value.approve.last[last.what];
  return (
    <p class="approve-last" role="status">
      {say(last.name, when(last.atMs))}
    </p>
  );
}

function Group({ approval }: { approval: ApprovalProgress }) {
  const w = words.value.approve.group;
  const { mode, needed, given } = approval;
  if (mode === 'any') return <p class="hint">{w.any}</p>;
  if (mode === 'one') return null;
  const done = needed.filter(({ approvedAtMs }) => approvedAtMs !== null).length;
  const how = (id: string) => given.find(({ accountId }) => accountId === id);
  return (
    <div class="approve-group">
      <p>
        <strong>
          {w.title}: {w.all(done, needed.length)}
        </strong>
      </p>
      <ul>
        {needed.map(({ accountId, name, approvedAtMs }) => (
          <li key={accountId} class={approvedAtMs === null ? '' : 'is-done'}>
            {name}: {approvedAtMs === null ? w.no : w.yes(when(approvedAtMs))}
            {how(accountId)?.standing && `, ${w.standing}`}
            {how(accountId)?.slip && `, ${w.slip}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
