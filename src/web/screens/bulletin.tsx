// One bulletin on its way: sound under way, heard, sent to be judged, changed, on the air.
// It must never decide what may happen next: the state says, the service refuses.
import type { BulletinView } from '../../http/schemas/bulletin.ts';
import { api } from '../api.ts';
import { useAsk } from '../ask.ts';
import { sent, useKept } from '../kept.ts';
import { Form } from '../parts/act.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Field, LongField } from '../parts/field.tsx';
import { LanguageChoice } from '../parts/language-choice.tsx';
import { Life, StateChips } from '../parts/life.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Player } from '../parts/player.tsx';
import { ScheduleLine } from '../parts/schedule-line.tsx';
import { Shown } from '../parts/shown.tsx';
import { Warnings } from '../parts/warnings.tsx';
import { type Places, usePlaces } from '../places.ts';
import { go } from '../router.ts';
import { scheduleApi } from '../schedule-api.ts';
import { holds } from '../session.ts';
import { words } from '../words.ts';
import { Prioritise } from './approve/prioritise.tsx';
import { TakeBack } from './approve/take-back.tsx';
import { Suspected } from './hearing/suspected.tsx';
import { Variants } from './languages/variants.tsx';
import { Airtimes } from './plan/airtimes.tsx';
import { UsesFold } from './plan/uses.tsx';
import { BulletinSchemes } from './records/schemes.tsx';
import { SendForApproval } from './send-for-approval.tsx';
import { MakeAgain, Making } from './sound/making.tsx';
import { UseRecording } from './sound/use-recording.tsx';
import { Speech } from './voices/speech.tsx';

/** @param back where whoever came has something half filled in; null: from the list */
export function OneBulletin({ id, back = null }: { id: string; back?: string | null }) {
  const ask = useAsk({ ask: () => api.bulletin(id), key: id, on: ['bulletin', 'schedule'] });
  const places = usePlaces();
  const title = ask.answer.value?.bulletin.title ?? words.value.common.loading;
  return (
    <Page title={title} back={backOf(back)}>
      <Shown ask={ask}>
        {(view) => (
          <Shown ask={places}>
            {(known) => <Body view={view} places={known} again={ask.again} />}
          </Shown>
        )}
      </Shown>
    </Page>
  );
}

/** Only a screen of ours: the address may have been written by anybody. */
function backOf(back: string | null): string {
  return back !== null && /^plan[\w/?=&,%.+-]*$/.test(back) ? `#/${back}` : '#/say';
}

type Props = { view: BulletinView; places: Places; again: () => void };

function Body({ view, places, again }: Props) {
  const { bulletin, clip, schedules } = view;
  const { state } = bulletin;
  const w = words.value;
  return (
    <>
      <div class="card">
        <StateChips bulletin={bulletin} />
        <Life state={state} />
        <p role="status">{w.next[state]}</p>
        {bulletin.stateReason !== null && <Notice tone="bad">{bulletin.stateReason}</Notice>}
      </div>
      <TakeBack bulletin={bulletin} again={again} />
      <Prioritise bulletin={bulletin} again={again} />
      <Warnings warnings={view.warnings} />
      <Suspected bulletin={bulletin} />
      {state === 'making' && <Making id={bulletin.id} />}
      <MakeAgain bulletin={bulletin} again={again} />
      {clip !== null && (
        <Section title={w.say.listen}>
          <Player clip={clip} findings={view.findings} />
        </Section>
      )}
      <Speech view={view} again={again} />
      {state !== 'making' && <UseRecording view={view} again={again} />}
      <Variants view={view} again={again} />
      {state === 'ready' && holds('author') && (
        <SendForApproval view={view} places={places} again={again} />
      )}
      {schedules.length > 0 && (
        <Section title={w.plan.rules}>
          <ul class="rows">
            {schedules.map((schedule) => (
              <ScheduleLine key={schedule.id} schedule={schedule} places={places} again={again} />
            ))}
          </ul>
        </Section>
      )}
      {clip !== null && <Airtimes bulletinId={bulletin.id} />}
      <Change view={view} again={again} />
      <BulletinSchemes bulletinId={bulletin.id} />
      <UsesFold of={{ kind: 'bulletin', id: bulletin.id }} />
    </>
  );
}

/** A text may be changed as long as the service lets it; whatever was approved is then void. */
function Change({ view: { bulletin }, again }: Omit<Props, 'places'>) {
  // of this version: what somebody else saved meanwhile is not overwritten by an old draft
  const kept = `bulletin.${bulletin.id}.${bulletin.version}`;
  const title = useKept(`${kept}.title`, bulletin.title);
  const text = useKept(`${kept}.text`, bulletin.text);
  const language = useKept(`${kept}.language`, bulletin.language);
  const mayChange = holds('author') && bulletin.state !== 'making';
  const w = words.value.say;
  if (!mayChange) return <SourceText text={bulletin.text} />;
  const act = async () => {
    const said = { title: title.value.trim(), text: text.value, language: language.value };
    await api.editBulletin(bulletin.id, said);
    sent(`${kept}.title`, `${kept}.text`, `${kept}.language`);
    again();
  };
  const open = bulletin.state === 'failed' || bulletin.state === 'returned';
  return (
    <details class="fold" open={open}>
      <summary>{w.change}</summary>
      <Form act={act} label={w.remake} disabled={text.value.trim() === ''}>
        <Field label={w.heading} value={title} required />
        <LongField label={w.write} hint={w.remakeHint} value={text} rows={10} />
        <LanguageChoice value={language} />
      </Form>
      {(open || bulletin.state === 'ready') && <Drop id={bulletin.id} />}
    </details>
  );
}

/** What nobody approved or heard may go; the service says what stands in the way. */
function Drop({ id }: { id: string }) {
  const w = words.value.schedule;
  return (
    <Confirm
      quiet
      label={w.dropBulletin}
      title={w.dropBulletinSure}
      ask={w.dropBulletinAsk}
      act={() => scheduleApi.dropBulletin(id).then(() => go('/say'))}
    />
  );
}

function SourceText({ text }: { text: string }) {
  return (
    <details class="fold">
      <summary>{words.value.say.source}</summary>
      <p class="source">{text}</p>
    </details>
  );
}
