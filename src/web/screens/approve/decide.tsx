// The bar under a thumb: approve, return, withdraw; and what came of it.
// It must never decide who may: the service says, this only spares a person a refusal.
import { type Signal, useComputed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { BulletinView } from '../../../http/schemas/bulletin.ts';
import { api } from '../../api.ts';
import { approveApi } from '../../approve-api.ts';
import { useAsk } from '../../ask.ts';
import { planNow } from '../../clock.ts';
import { Act } from '../../parts/act.tsx';
import { Dialog } from '../../parts/confirm.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ApiFailure } from '../../send.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { inOrder } from './list.tsx';
import { type Prospect, prospectOf } from './prospect.ts';
import { RemarkDialog } from './remark.tsx';

type Done = { what: 'approved' | 'agreed' | 'returned' | 'withdrawn'; prospect?: Prospect };
type Props = { view: BulletinView; again: () => void; changed: Signal<boolean> };

export function Decide({ view, again, changed }: Props) {
  const done = useSignal<Done | null>(null);
  const { bulletin, approval } = view;
  const w = words.value.approve;
  const finish = (what: Done['what'], prospect?: Prospect) => {
    done.value = { what, ...(prospect && { prospect }) };
    changed.value = false;
    again();
  };
  if (done.value !== null) return <Afterwards {...done.value} id={bulletin.id} />;
  if (bulletin.state === 'approved')
    return holds('approver') ? <Recall id={bulletin.id} finish={finish} /> : null;
  if (bulletin.state !== 'pending')
    return (
      <Bar>
        <Notice tone="wait">{w.states[bulletin.state]}</Notice>
      </Bar>
    );
  if (approval.mine !== 'may') {
    const mayReturn = approval.mine === 'done' || approval.mine === 'not-in-group';
    return (
      <Bar>
        <Notice tone="wait">{w.not[approval.mine]}</Notice>
        {mayReturn && <SendBack id={bulletin.id} finish={finish} />}
      </Bar>
    );
  }
  return (
    <Bar>
      <Foreseen view={view} />
      <SendBack id={bulletin.id} finish={finish} />
      <Approve view={view} finish={finish} again={again} changed={changed} />
    </Bar>
  );
}

/** As it is at this minute: the page may lie open past its hour. */
function useProspect(view: BulletinView): Prospect {
  const minute = useComputed(() => Math.floor(planNow.value / 60_000));
  return prospectOf(view, minute.value * 60_000);
}

/** In the bar, where it is seen with the button: an approval that leads to no sound looks like one that does. */
function Foreseen({ view }: { view: BulletinView }) {
  const { airs, says } = useProspect(view);
  if (airs) return <p class="decide-foreseen">{says}</p>;
  return <Notice tone="wait">{says}</Notice>;
}

function Bar({ children }: { children: ComponentChildren }) {
  return (
    <section class="decide" aria-label={words.value.approve.act.bar}>
      {children}
    </section>
  );
}

type Finish = (what: Done['what'], prospect?: Prospect) => void;

function Approve({ view, finish, again, changed }: Props & { finish: Finish }) {
  const asked = useSignal(false);
  const prospect = useProspect(view);
  const { bulletin, clip, approval } = view;
  const w = words.value.approve;
  const approve = async () => {
    try {
      const { state } = await api.approve(bulletin.id, clip?.contentHash ?? '');
      finish(state === 'approved' ? 'approved' : 'agreed', prospect);
    } catch (reason) {
      if (!(reason instanceof ApiFailure)) throw reason;
      if (reason.code === 'changed-since-seen') {
        changed.value = true;
        again();
      } else if (reason.code === 'not-pending') {
        again(); // somebody was quicker: the page says who
      } else throw reason;
    }
  };
  const given = approval.needed.filter(({ approvedAtMs }) => approvedAtMs !== null).length;
  const label =
    approval.mode === 'all' ? w.act.approveMine(given, approval.needed.length) : w.act.approve;
  const urgent = bulletin.priority === 'emergency';
  if (!urgent && prospect.airs)
    return (
      <Act kind="main" act={approve}>
        {label}
      </Act>
    );
  return (
    <>
      <button type="button" class="button button-main" onClick={() => (asked.value = true)}>
        {label}
      </button>
      {asked.value && (
        <Dialog
          title={urgent ? w.urgent.title : w.nothing.title}
          close={() => (asked.value = false)}
        >
          {!prospect.airs && <p>{w.nothing.ask(prospect.says)}</p>}
          {urgent && <p>{bulletin.drill ? w.urgent.askDrill : w.urgent.ask}</p>}
          <div class="actions">
            <Act kind="main" act={approve}>
              {urgent ? w.urgent.yes : w.nothing.yes}
            </Act>
            <button type="button" class="button" onClick={() => (asked.value = false)}>
              {words.value.common.cancel}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function SendBack({ id, finish }: { id: string; finish: Finish }) {
  const open = useSignal(false);
  const w = words.value.approve;
  const act = async (remark: string) => {
    await api.sendBack(id, remark);
    finish('returned');
  };
  return (
    <>
      <button type="button" class="button" onClick={() => (open.value = true)}>
        {w.act.sendBack}
      </button>
      {open.value && (
        <RemarkDialog
          title={w.back.title}
          send={w.back.send}
          keep={`return ${id}`}
          act={act}
          close={() => (open.value = false)}
        />
      )}
    </>
  );
}

/** Not the first thing in sight: whoever approved came to look, not to stop. */
function Recall({ id, finish }: { id: string; finish: Finish }) {
  const open = useSignal(false);
  const w = words.value.approve;
  const act = async (remark: string) => {
    await approveApi.withdraw(id, remark);
    finish('withdrawn');
  };
  return (
    <Bar>
      <button type="button" class="button button-danger" onClick={() => (open.value = true)}>
        {w.act.withdraw}
      </button>
      {open.value && (
        <RemarkDialog
          title={w.recall.title}
          hint={w.recall.hint}
          send={w.recall.send}
          keep={`withdraw ${id}`}
          danger
          act={act}
          close={() => (open.value = false)}
        />
      )}
    </Bar>
  );
}

/** Said in the bar, where the eye is. A meeting's break is for several: the next one is a thumb away. */
function Afterwards({ what, prospect, id }: Done & { id: string }) {
  const w = words.value.approve;
  const ask = useAsk({ ask: () => approveApi.inState('pending', 50), on: ['bulletin'] });
  const left = inOrder(ask.answer.value?.bulletins ?? []).filter((one) => one.id !== id);
  const [next] = left;
  return (
    <Bar>
      {what === 'approved' && prospect ? (
        <Notice tone={prospect.airs ? 'good' : 'wait'}>
          {prospect.airs ? w.done.approved : w.done.approvedYet} {prospect.says}
        </Notice>
      ) : (
        <Notice tone="good">{w.done[what]}</Notice>
      )}
      <a class="button" href="#/approvals">
        {w.all}
      </a>
      {next && (
        <a class="button button-main" href={`#/approvals/${next.id}`}>
          {w.next(left.length)}
        </a>
      )}
    </Bar>
  );
}
