// Silences one site in three taps: the button, the reason, the hour; and gives it its voice back.
// It must never hide that an emergency still passes.
import { type Signal, useSignal } from '@preact/signals';
import type { HushKind } from '../../../http/schemas/hush.ts';
import type { Site } from '../../../http/schemas/site.ts';
import { planNow } from '../../clock.ts';
import { dayName, dayNumber, dayStartMs, nextHalfHour } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Dialog } from '../../parts/confirm.tsx';
import { Choice, Field, Group } from '../../parts/field.tsx';
import { Clock } from '../../parts/moment.tsx';
import { poleApi } from '../../pole-api.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { untilWords } from './facts.ts';
import { HUSH_DAYS, isHushable, untilsOf } from './until.ts';

export type Hushed = { id: string; untilMs: number; reason: string };
type Props = { site: Pick<Site, 'id' | 'name'>; hush: Hushed | null; changed: () => void };

/** The service's table: site.hush. */
const HUSHERS = ['operator', 'author', 'planner', 'approver', 'technician'] as const;
const KINDS: readonly HushKind[] = ['funeral', 'exam', 'sick', 'other'];

/** "Tạm im đến 16:00 (đám tang)" */
export const sayHush = ({ untilMs, reason }: Omit<Hushed, 'id'>, nowMs: number): string =>
  words.value.hush.until(untilWords(untilMs, nowMs), reason);

export function HushControl({ site, hush, changed }: Props) {
  const w = words.value.hush;
  const open = useSignal(false);
  if (!holds(...HUSHERS)) return null;
  if (hush !== null)
    return (
      <Act kind="quiet" act={() => poleApi.unhush(hush.id).then(changed)}>
        {w.end}
        <span class="unseen"> {site.name}</span>
      </Act>
    );
  const close = () => {
    open.value = false;
  };
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => {
          open.value = true;
        }}
      >
        {w.act}
        <span class="unseen"> {site.name}</span>
      </button>
      {open.value && (
        <Dialog title={w.title(site.name)} close={close}>
          <HushSteps
            siteId={site.id}
            done={() => {
              close();
              changed();
            }}
          />
          <button type="button" class="button button-quiet" onClick={close}>
            {words.value.common.cancel}
          </button>
        </Dialog>
      )}
    </>
  );
}

function HushSteps({ siteId, done }: { siteId: string; done: () => void }) {
  const w = words.value.hush;
  const kind = useSignal<HushKind | null>(null);
  const reason = useSignal('');
  const until = (untilMs: number) => {
    if (kind.value === null) return Promise.resolve();
    const own = reason.value.trim();
    const wish = { untilMs, reasonKind: kind.value, ...(own === '' ? {} : { reason: own }) };
    return poleApi.hush(siteId, wish).then(done);
  };
  return (
    <>
      <p>{w.passes}</p>
      <Reasons kind={kind} />
      {kind.value === 'other' && <Field label={w.ownReason} value={reason} autocomplete="off" />}
      <Untils
        until={until}
        disabled={kind.value === null || (kind.value === 'other' && reason.value.trim() === '')}
      />
    </>
  );
}

function Reasons({ kind }: { kind: Signal<HushKind | null> }) {
  const w = words.value.hush;
  return (
    <Group legend={w.why}>
      <div class="taps">
        {KINDS.map((one) => (
          <button
            key={one}
            type="button"
            class="tap"
            aria-pressed={kind.value === one}
            onClick={() => {
              kind.value = one;
            }}
          >
            {w.kinds[one]}
          </button>
        ))}
      </div>
    </Group>
  );
}

/** An hour pressed is the answer: nothing more is asked, for it is taken back as easily. */
function Untils(of: { until: (untilMs: number) => Promise<unknown>; disabled: boolean }) {
  const w = words.value.hush;
  const nowMs = planNow.peek();
  const own = useSignal<boolean>(false);
  return (
    <>
      <Group legend={w.untilWhen}>
        {of.disabled && <p class="hint">{w.whyFirst}</p>}
        <div class="taps">
          {untilsOf(nowMs).map(({ name, atMs: untilMs }) => (
            <Act key={name} disabled={of.disabled} act={() => of.until(untilMs)}>
              {w.untils[name](untilWords(untilMs, nowMs))}
            </Act>
          ))}
          <button
            type="button"
            class="button"
            aria-expanded={own.value}
            disabled={of.disabled}
            onClick={() => {
              own.value = !own.value;
            }}
          >
            {w.ownTime}
          </button>
        </div>
      </Group>
      {own.value && !of.disabled && <OwnTime until={of.until} nowMs={nowMs} />}
    </>
  );
}

function OwnTime(of: { until: (untilMs: number) => Promise<unknown>; nowMs: number }) {
  const w = words.value;
  const first = nextHalfHour(of.nowMs);
  const day = useSignal(`${dayNumber(first)}`);
  const minute = useSignal(Math.round((first - dayStartMs(dayNumber(first))) / 60_000));
  const today = dayNumber(of.nowMs);
  const days = HUSH_DAYS.map((ahead) => ({
    value: `${today + ahead}`,
    label: dayName(dayStartMs(today + ahead), of.nowMs),
  }));
  const atMs = dayStartMs(Number(day.value)) + minute.value * 60_000;
  const takes = isHushable(atMs, of.nowMs);
  return (
    <div class="own-time">
      <Choice label={w.plan.day} value={day} options={days} />
      <Clock
        label={w.hush.untilHour}
        minute={minute.value}
        set={(next) => {
          minute.value = next;
        }}
      />
      {!takes && <p class="wrong">{w.hush.atMost}</p>}
      <Act kind="main" disabled={!takes} act={() => of.until(atMs)}>
        {w.hush.actUntil(untilWords(atMs, of.nowMs))}
      </Act>
    </div>
  );
}
