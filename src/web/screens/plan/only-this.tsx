// "Chỉ lần này": one time of a schedule cancelled, moved within its days, given another bulletin, or put back.
// It must never touch the rule.
import { type Signal, useSignal } from '@preact/signals';
import type { OnceWish } from '../../../http/schemas/calendar.ts';
import type { PlannedOccurrence } from '../../../http/schemas/schedule.ts';
import { api } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { planNow } from '../../clock.ts';
import { when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Dialog } from '../../parts/confirm.tsx';
import { Choice, Field, Radios } from '../../parts/field.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Shown } from '../../parts/shown.tsx';
import { scheduleApi } from '../../schedule-api.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

type Props = { one: PlannedOccurrence };

/** Nothing where its time has come, or for whoever may only look. */
export function OnlyThis({ one }: Props) {
  const open = useSignal(false);
  const w = words.value.schedule;
  const may = holds('author', 'planner', 'operator', 'approver');
  const isNow = one.id.endsWith('@now') || one.playAtMs <= planNow.value;
  if (!may || isNow) return null;
  const close = () => {
    open.value = false;
  };
  return (
    <>
      {one.change !== null && <span class="hint">{w.changed[one.change]}</span>}
      <button
        type="button"
        class="button button-quiet"
        aria-label={`${w.onlyThis}: ${one.title}, ${when(one.playAtMs)}`}
        onClick={() => {
          open.value = true;
        }}
      >
        {w.onlyThis}
      </button>
      {open.value && (
        <Dialog title={w.onlyThisTitle} close={close}>
          <p>
            <strong>{one.title}</strong>, {when(one.playAtMs)}. {w.onlyThisHint}
          </p>
          <Wish one={one} close={close} />
        </Dialog>
      )}
    </>
  );
}

type Kind = OnceWish['kind'];

function Wish({ one, close }: Props & { close: () => void }) {
  const w = words.value;
  const kind = useSignal<Kind>('cancel');
  const atMs = useSignal(one.playAtMs);
  const bulletinId = useSignal('');
  const reason = useSignal('');
  const kinds: readonly Kind[] = ['cancel', 'move', 'replace'];
  const save = async () => {
    const change = wishOf(kind.value, { atMs: atMs.value, bulletinId: bulletinId.value });
    await scheduleApi.except(one, { change, reason: reason.value });
    close();
  };
  return (
    <>
      <Radios
        quiet
        legend={w.schedule.onlyThis}
        value={kind.value}
        options={kinds.map((value) => ({ value, label: w.schedule.once[value] }))}
        choose={(value) => {
          kind.value = value as Kind;
        }}
      />
      {kind.value === 'move' && <Moment value={atMs} />}
      {kind.value === 'replace' && <Others one={one} value={bulletinId} />}
      <Field label={w.schedule.reason} value={reason} />
      <div class="actions">
        <Act kind="main" disabled={kind.value === 'replace' && bulletinId.value === ''} act={save}>
          {w.schedule.save}
        </Act>
        {one.change !== null && (
          <Act act={() => scheduleApi.putBack(one).then(close)}>{w.schedule.putBack}</Act>
        )}
        <button type="button" class="button" onClick={close}>
          {w.common.cancel}
        </button>
      </div>
    </>
  );
}

function wishOf(kind: Kind, of: { atMs: number; bulletinId: string }): OnceWish {
  if (kind === 'move') return { kind, toMs: of.atMs };
  return kind === 'replace' ? { kind, bulletinId: of.bulletinId } : { kind };
}

function Others({ one, value }: Props & { value: Signal<string> }) {
  const w = words.value.schedule;
  const ask = useAsk({ ask: api.bulletins, on: ['bulletin'] });
  return (
    <Shown ask={ask}>
      {({ bulletins }) => (
        <Choice
          label={w.replaceWith}
          value={value}
          options={[
            { value: '', label: w.choose },
            ...bulletins
              .filter(({ id, state }) => state === 'approved' && id !== one.bulletinId)
              .filter(({ tenantId }) => tenantId === one.tenantId)
              .map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      )}
    </Shown>
  );
}
