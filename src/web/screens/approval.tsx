// One bulletin before its approver: the figures in it, the sound, who hears it, and the decision.
// It must never approve anything but the sound it played: the hash goes with the decision.
import { type Signal, useSignal } from '@preact/signals';
import type { BulletinView } from '../../http/schemas/bulletin.ts';
import { api } from '../api.ts';
import { heardBy } from '../area-tree.ts';
import { useAsk } from '../ask.ts';
import { when } from '../format.ts';
import { Act, Form } from '../parts/act.tsx';
import { LongField } from '../parts/field.tsx';
import { StateChips } from '../parts/life.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { sayRule } from '../parts/schedule-line.tsx';
import { Shown } from '../parts/shown.tsx';
import { Sentences, Sound } from '../parts/sound.tsx';
import { Warnings } from '../parts/warnings.tsx';
import { type Places, usePlaces } from '../places.ts';
import { readingApi } from '../reading-api.ts';
import { ApiFailure } from '../send.ts';
import { holds, session } from '../session.ts';
import { words } from '../words.ts';
import { DigestLines } from './document/digest-view.tsx';

export function Approval({ id }: { id: string }) {
  const ask = useAsk({ ask: () => api.bulletin(id), key: id, on: ['bulletin', 'schedule'] });
  const places = usePlaces();
  // outlives the decision it was refused: the new sound is judged in its place
  const changed = useSignal(false);
  const title = ask.answer.value?.bulletin.title ?? words.value.common.loading;
  return (
    <Page title={title} back="#/approvals">
      <Shown ask={ask}>
        {(view) => (
          <>
            {changed.value && <Notice tone="bad">{words.value.approvals.changed}</Notice>}
            <Warnings warnings={view.warnings} />
            <Facts view={view} />
            <Shown ask={places}>{(known) => <Reach view={view} places={known} />}</Shown>
            <Decision
              key={view.clip?.contentHash ?? ''}
              view={view}
              again={ask.again}
              changed={changed}
            />
          </>
        )}
      </Shown>
    </Page>
  );
}

function Facts({ view: { bulletin, clip, authorName } }: { view: BulletinView }) {
  const w = words.value.approvals;
  const { id, version } = bulletin;
  const digest = useAsk({ ask: () => readingApi.bulletinDigest(id), key: `${id} ${version}` });
  return (
    <>
      <div class="card">
        <StateChips bulletin={bulletin} />
        <p>
          {w.by(authorName)} · {when(bulletin.createdAtMs)}
        </p>
        {clip !== null && <Sound clip={clip} />}
      </div>
      <Section title={w.digest}>
        <Shown ask={digest}>{(found) => <DigestLines digest={found} />}</Shown>
        <details class="fold">
          <summary>{words.value.say.source}</summary>
          <p class="source">{bulletin.text}</p>
        </details>
        {clip !== null && <Sentences clip={clip} />}
      </Section>
    </>
  );
}

function Reach({ view: { schedules }, places }: { view: BulletinView; places: Places }) {
  const w = words.value.approvals;
  const open = schedules.filter(({ endedAtMs }) => endedAtMs === null);
  return (
    <Section title={w.hears}>
      {open.length === 0 && <p class="hint">{w.noWhere}</p>}
      <ul class="rows">
        {open.map((schedule) => {
          const heard = heardBy(places.nodes, new Set(schedule.areaIds));
          return (
            <li key={schedule.id} class="row">
              <strong>{schedule.areaIds.map(places.name).join(', ')}</strong>
              <span>{sayRule(schedule.rule)}</span>
              <small>{w.hearsSpeakers(heard.speakers, heard.online)}</small>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

type DecisionProps = { view: BulletinView; again: () => void; changed: Signal<boolean> };

function Decision({ view: { bulletin, clip }, again, changed }: DecisionProps) {
  const done = useSignal<'approved' | 'returned' | null>(null);
  const w = words.value.approvals;
  if (done.value !== null) return <Notice tone="good">{w[done.value]}</Notice>;
  const why = whyNot(bulletin);
  if (why !== null) return <Notice tone="wait">{why}</Notice>;
  const approve = async () => {
    try {
      await api.approve(bulletin.id, clip?.contentHash ?? '');
      done.value = 'approved';
    } catch (reason) {
      if (!(reason instanceof ApiFailure) || reason.code !== 'changed-since-seen') throw reason;
      changed.value = true;
      again();
    }
  };
  const sendBack = async (remark: string) => {
    await api.sendBack(bulletin.id, remark);
    done.value = 'returned';
  };
  return (
    <div class="card decision">
      <p class="hint">{w.approveHint}</p>
      <Act kind="main" act={approve}>
        {w.approve}
      </Act>
      <SendBack act={sendBack} />
    </div>
  );
}

/** The reason in the page's own words, before the service would refuse. */
function whyNot(bulletin: BulletinView['bulletin']): string | null {
  const w = words.value.approvals;
  if (bulletin.state !== 'pending') return w.over;
  if (bulletin.writerIds.includes(session.value?.account.id ?? '')) return w.own;
  return holds('approver') ? null : w.notApprover;
}

function SendBack({ act }: { act: (remark: string) => Promise<void> }) {
  const remark = useSignal('');
  const w = words.value.approvals;
  return (
    <details class="fold">
      <summary>{w.sendBack}</summary>
      <Form
        label={w.sendBack}
        disabled={remark.value.trim() === ''}
        act={() => act(remark.value.trim())}
      >
        <LongField label={w.remark} value={remark} rows={3} />
      </Form>
    </details>
  );
}
