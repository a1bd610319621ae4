// What became of a notice, live: its sound, its approval, its way to the poles, who has said it.
// It must never guess: what the service does not know yet is said so.
import type { NoticeView } from '../../../http/schemas/notice.ts';
import { api } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { noticeApi } from '../../notice-api.ts';
import { Notice } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { usePlaces } from '../../places.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

export function SentNotice({ id }: { id: string }) {
  const ask = useAsk({
    ask: () => noticeApi.one(id),
    key: id,
    on: ['bulletin', 'schedule', 'airing', 'notice', 'progress'],
  });
  const title = ask.answer.value?.title ?? words.value.common.loading;
  return (
    <Page title={title} back="#/notice">
      <Shown ask={ask}>{(view) => <Body view={view} />}</Shown>
    </Page>
  );
}

function Body({ view }: { view: NoticeView }) {
  const w = words.value.notice;
  const places = usePlaces().answer.value;
  return (
    <>
      <div class="card">
        <Strip view={view} />
        {view.stateReason !== null && <Notice tone="bad">{view.stateReason}</Notice>}
        {places && <p class="hint">{view.areaIds.map(places.name).join(', ')}</p>}
      </div>
      <Section title={w.said}>
        <blockquote class="spoken">{view.text}</blockquote>
        {view.clipId !== null && (
          // biome-ignore lint/a11y/useMediaCaption: the words stand on the page above it
          <audio
            controls
            preload="none"
            src={api.soundUrl(view.clipId)}
            aria-label={words.value.say.listen}
          />
        )}
      </Section>
      <div class="actions">
        {holds('author', 'operator') && (
          <a class="button button-main" href={`#/notice/${view.templateId}?again=${view.id}`}>
            {w.again}
          </a>
        )}
        <a class="button" href={`#/say/${view.id}`}>
          {w.details}
        </a>
      </div>
    </>
  );
}

type Tone = 'done' | 'here' | 'bad' | 'ahead';
type Step = { key: string; tone: Tone; text: string; href?: string };

/** Each step says by itself how it stands: a colour says nothing to some. */
function Strip({ view }: { view: NoticeView }) {
  const steps = [
    soundStep(view),
    approvalStep(view),
    ...view.times.flatMap((one) => airSteps(one, view)),
  ];
  return (
    <ol class="strip" aria-live="polite">
      {steps.map(({ key, tone, text, href }) => (
        <li key={key} class={`strip-${tone}`}>
          <span class="unseen">{words.value.notice.tone[tone]}: </span>
          {href ? <a href={href}>{text}</a> : text}
        </li>
      ))}
    </ol>
  );
}

function soundStep({ state }: NoticeView): Step {
  const w = words.value.notice.strip;
  if (state === 'making') return { key: 'sound', tone: 'here', text: w.making };
  if (state === 'failed') return { key: 'sound', tone: 'bad', text: w.failed };
  return { key: 'sound', tone: 'done', text: w.made };
}

function approvalStep({ state, approvedBy, authorName }: NoticeView): Step {
  const w = words.value.notice.strip;
  const names = approvedBy.map(({ name }) => name).join(', ');
  const standing = approvedBy.some((one) => one.standing);
  const key = 'approval';
  switch (state) {
    case 'approved':
      return { key, tone: 'done', text: standing ? w.standing(names) : w.approved(names) };
    case 'pending':
      return { key, tone: 'here', text: names === '' ? w.pending : w.pendingAfter(names) };
    case 'returned':
      return { key, tone: 'bad', text: w.returned };
    case 'ready':
      return { key, tone: 'bad', text: w.ready(authorName) };
    default:
      return { key, tone: 'ahead', text: w.approvalAhead };
  }
}

function airSteps(
  { scheduleId: key, atMs, ended, hindrance, airing }: NoticeView['times'][number],
  view: NoticeView,
): Step[] {
  const w = words.value.notice.strip;
  if (airing) {
    const { speakers, played, failed, playAtMs } = airing;
    const href = `#/airing/${airing.id}`;
    if (airing.state === 'cancelled') return [{ key, tone: 'bad', text: w.cancelled, href }];
    const way: Step = { key, tone: 'here', text: w.sending(when(playAtMs)), href };
    if (played + failed === 0) return [way];
    const tone: Tone = failed > 0 ? 'bad' : airing.state === 'closed' ? 'done' : 'here';
    return [{ key, tone, text: `${w.played(played, speakers)}, ${when(playAtMs)}`, href }];
  }
  if (ended) return [{ key, tone: 'bad', text: w.withdrawn }];
  const settled = view.state === 'approved' || hindrance === 'expired';
  if (settled && hindrance !== null && hindrance !== 'no-clip')
    return [{ key, tone: 'bad', text: words.value.hindrance[hindrance] }];
  const text = atMs === null ? w.afterApproval : w.planned(when(atMs));
  return [{ key, tone: 'ahead', text }];
}
