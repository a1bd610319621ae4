// A notice in three steps on one page: what, where, go; what will be said stands beside it all the while.
// It must never know how a text is read, nor who has to approve.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OfferWish } from '../../../http/schemas/frame.ts';
import type { NoticeBrief, NoticeWish, Preview, Template } from '../../../http/schemas/notice.ts';
import { useAsk } from '../../ask.ts';
import { sent } from '../../kept.ts';
import { noticeApi } from '../../notice-api.ts';
import { Act } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Failure, Loading, Notice } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import type { Places } from '../../places.ts';
import { go } from '../../router.ts';
import { said, words } from '../../words.ts';
import { type Draft, draftName, freshWish, type Kept, useDraft } from './draft.ts';
import { leftOut } from './left-out.ts';
import { OtherLanguages } from './other-languages.tsx';
import { usePreview } from './preview.ts';
import { foundBy, sendOnce } from './sending.ts';
import { SlotField } from './slot-field.tsx';
import { Spoken } from './spoken.tsx';
import { offeredFor } from './suggested.ts';
import { ForTenant } from './tenant.tsx';
import { isUrgent } from './urgent.tsx';
import { Repeats, rulesOf, timesOf, WhenFields } from './when.tsx';
import { Hears, heardOf, Where } from './where.tsx';

type Props = { id: string; again: string | null };

export function MakeNotice({ id, again }: Props) {
  const title = useSignal(words.value.common.loading);
  return (
    <Page title={title.value} back="#/notice">
      <ForTenant roles={['author', 'operator']}>
        {(areaId, places) => (
          <OfTenant
            key={areaId}
            {...{ id, again, areaId, places }}
            named={(name) => (title.value = name)}
          />
        )}
      </ForTenant>
    </Page>
  );
}

type Of = Props & { areaId: string; places: Places; named: (title: string) => void };

function OfTenant({ id, again, areaId, places, named }: Of) {
  const ask = useAsk({ ask: () => noticeApi.templates(areaId), key: areaId });
  const earlier = useAsk({ ask: () => noticeApi.earlier(areaId), key: areaId });
  const template = ask.answer.value?.templates.find((one) => one.id === id && !one.hidden);
  const title = template && said(template.title);
  useEffect(() => named(title ?? words.value.common.missing), [title]);
  return (
    <Shown ask={ask}>
      {() => {
        if (!template) return <Notice tone="wait">{words.value.notice.noTemplate}</Notice>;
        if (earlier.answer.value === null && !earlier.failure.value) return <Loading />;
        const notices = earlier.answer.value?.notices ?? [];
        const from = notices.find((one) => one.id === again) ?? null;
        return <Steps {...{ template, areaId, places, notices, from }} again={ask.again} />;
      }}
    </Shown>
  );
}

type StepsProps = {
  template: Template;
  areaId: string;
  places: Places;
  notices: readonly NoticeBrief[];
  from: NoticeBrief | null;
  again: () => void;
};

function Steps({ template, areaId, places, notices, from, again }: StepsProps) {
  const w = words.value.notice;
  const name = draftName(areaId, template.id);
  const draft = useDraft(name, from && { slots: from.slots, repeats: from.repeats });
  const tried = useSignal(false);
  const kept = draft.is.value;
  const { slots, repeats } = kept;
  const urgent = isUrgent(kept, template.priority);
  const without = leftOut({ kept, template, urgent, places, areaId });
  const wish = {
    ...{ areaId, templateId: template.id, templateHash: template.hash, slots, repeats },
    ...(kept.urgent && urgent ? { urgent } : {}),
  };
  const heard = usePreview(wish);
  useAskedBefore(draft, name);
  const answer = heard.preview.value;
  const problemOf = (slot: string) => {
    const found = answer?.problems.find((one) => one.slot === slot);
    const shown = tried.value || (slots[slot] ?? '') !== '';
    return found && (shown || found.code !== 'empty') ? said(found.say) : null;
  };
  const changed = heard.failure.value?.code === 'template-changed';
  return (
    <>
      <Section title={w.what} step={1}>
        <div class="card">
          {template.slots.map((slot) => (
            <SlotField
              key={slot.name}
              slot={slot}
              value={slots[slot.name] ?? ''}
              set={(value) => draft.slot(slot.name, value)}
              offered={offeredFor({ slot, template, notices, places, areaId })}
              problem={problemOf(slot.name)}
            />
          ))}
        </div>
        {heard.failure.value && (
          <Failure failure={heard.failure.value} {...(changed ? { again } : {})} />
        )}
        {answer && <Spoken preview={answer} repeats={repeats} draft={draft} template={template} />}
      </Section>
      <Section title={w.where} step={2}>
        <Where
          {...{ draft, places, areaId, without, urgent }}
          timesMs={answer ? timesOf(rulesOf(kept, answer.times, urgent)) : []}
        />
      </Section>
      <Section title={w.go} step={3}>
        {answer && (
          <Go
            {...{ draft, name, template, answer, places, areaId, urgent }}
            wish={wish}
            ready={heard.fresh.value && !changed}
            heard={heardOf(places, areaId, without)}
            tried={() => (tried.value = true)}
          />
        )}
      </Section>
    </>
  );
}

/** The page was closed, or the line lost, before the answer came. */
function useAskedBefore(draft: Draft, name: string): void {
  useEffect(() => {
    const { asked } = draft.is.peek();
    if (asked === null) return;
    void foundBy(asked).then(
      (found) => {
        if (found) arrived(found.id, name);
        else draft.set({ asked: null });
      },
      () => undefined, // still no line: the button asks again
    );
  }, []);
}

function arrived(id: string, name: string): void {
  sent(name);
  go(`/notice/sent?id=${id}`);
}

type GoProps = {
  draft: Draft;
  name: string;
  template: Template;
  answer: Preview;
  wish: Omit<NoticeWish, 'wishId' | 'areaIds' | 'rules'>;
  urgent: boolean;
  ready: boolean;
  heard: ReturnType<typeof heardOf>;
  tried: () => void;
};

function Go(of: GoProps) {
  const { draft, template, answer, heard, urgent } = of;
  const w = words.value.notice;
  const waiting = useSignal(false);
  const act = async () => {
    of.tried();
    const [problem] = answer.problems;
    if (problem) return showSlot();
    waiting.value = false;
    const kept: Kept = draft.is.peek();
    const wishId = kept.asked ?? freshWish();
    // before it is sent: whatever happens now, it can be asked after
    draft.set({ asked: wishId });
    const rules = rulesOf(kept, answer.times, urgent);
    const wish = { ...of.wish, wishId, areaIds: [...heard.areaIds], rules };
    const personal = kept.personal ? { personalData: true } : {};
    const made = await sendOnce({ ...wish, ...personal }, () => (waiting.value = true));
    arrived(made.id, of.name);
  };
  const label = answer.approver === null ? w.send : w.air;
  return (
    <div class="card">
      <WhenFields draft={draft} times={answer.times} priority={template.priority} />
      <Repeats draft={draft} />
      <Hears heard={heard} />
      <OtherLanguages wish={offerOf(of)} />
      <p>{answer.approver === null ? w.willAsk : w.stands(answer.approver)}</p>
      {answer.approver === null && urgent && <p class="hint">{w.urgentAsks}</p>}
      {waiting.value && <Notice tone="wait">{w.asking}</Notice>}
      <div class="go">
        {urgent && answer.problems.length === 0 && heard.speakers > 0 && of.ready ? (
          <Confirm
            label={label}
            title={words.value.say.emergencySure}
            ask={words.value.say.emergencyAsk}
            yes={label}
            act={act}
          />
        ) : (
          <Act kind="main" act={act} disabled={heard.speakers === 0 || !of.ready}>
            {label}
          </Act>
        )}
      </div>
    </div>
  );
}

function offerOf({ draft, wish, answer, urgent, heard }: GoProps): OfferWish {
  const { areaId, templateId, slots, repeats } = wish;
  const alarm = wish.urgent === undefined ? {} : { urgent: wish.urgent };
  const rules = rulesOf(draft.is.value, answer.times, urgent);
  return { areaId, templateId, slots, areaIds: [...heard.areaIds], rules, repeats, ...alarm };
}

/** To the first thing that is wrong, where the sentence about it stands. */
async function showSlot(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  document.querySelector('.slot .wrong')?.scrollIntoView({ block: 'center' });
}
