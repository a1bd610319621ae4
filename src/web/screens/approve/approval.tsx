// One bulletin before its approver, top to bottom: who asks, what changed, what must be right, the sound, who hears it.
// It must never approve anything but the sound it shows: the hash goes with the decision.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BulletinView } from '../../../http/schemas/bulletin.ts';
import { api } from '../../api.ts';
import { approveApi } from '../../approve-api.ts';
import { useAsk } from '../../ask.ts';
import { Notice } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Player } from '../../parts/player.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Warnings } from '../../parts/warnings.tsx';
import { usePlaces } from '../../places.ts';
import { readingApi } from '../../reading-api.ts';
import { words } from '../../words.ts';
import { DigestLines } from '../document/digest-view.tsx';
import { Suspected } from '../hearing/suspected.tsx';
import { Changed } from './changed.tsx';
import { Decide } from './decide.tsx';
import { Head } from './head.tsx';
import { OpenDoubts } from './open-doubts.tsx';
import { Reach } from './reach.tsx';
import { Slips } from './slips.tsx';

export function Approval({ id, scanned }: { id: string; scanned: string | null }) {
  const ask = useAsk({
    ask: () => api.bulletin(id),
    key: id,
    on: ['bulletin', 'schedule', 'area', 'hush'],
  });
  // outlives the decision it was refused: the new sound is judged in its place
  const changed = useSignal(false);
  const title = ask.answer.value?.bulletin.title ?? words.value.common.loading;
  return (
    <Page title={title} back="#/approvals">
      <Shown ask={ask}>
        {(view) => (
          <div class="approve">
            {changed.value && <Notice tone="bad">{words.value.approvals.changed}</Notice>}
            <ScannedSlip hash={scanned} view={view} />
            <Head view={view} />
            <Suspected bulletin={view.bulletin} />
            <Warnings warnings={view.warnings} />
            <Matter key={view.clip?.contentHash ?? ''} view={view} />
            <Decide
              key={`decide ${view.clip?.contentHash}`}
              view={view}
              again={ask.again}
              changed={changed}
            />
          </div>
        )}
      </Shown>
    </Page>
  );
}

/** Whoever comes from the square code on paper is told whether the paper is of this sound. */
function ScannedSlip({ hash, view }: { hash: string | null; view: BulletinView }) {
  if (hash === null) return null;
  const same = hash === view.clip?.contentHash;
  const w = words.value.approve.scanned;
  return <Notice tone={same ? 'good' : 'bad'}>{same ? w.same : w.other}</Notice>;
}

/** Of one sound: another sound is another matter, and is looked at anew. */
function Matter({ view }: { view: BulletinView }) {
  const { bulletin, clip } = view;
  const { id, version } = bulletin;
  const w = words.value.approve;
  const digest = useAsk({ ask: () => readingApi.bulletinDigest(id), key: `${id} ${version}` });
  const places = usePlaces();
  const contentHash = clip?.contentHash;
  useEffect(() => {
    // that it could not be noted is no reason to disturb: the next look notes it
    if (contentHash) approveApi.seen(id, contentHash).catch(() => undefined);
  }, [contentHash]);
  return (
    <>
      {clip !== null && <Changed id={id} version={version} title={bulletin.title} />}
      <Section title={w.check}>
        <Shown ask={digest}>
          {(found) =>
            found.items.length === 0 ? (
              <p class="hint">{w.checkNone}</p>
            ) : (
              <DigestLines digest={found} level={3} />
            )
          }
        </Shown>
      </Section>
      <Section title={w.sound}>
        {clip !== null && (
          <div class="card">
            <Player clip={clip} findings={view.findings} />
          </div>
        )}
        {clip !== null && <OpenDoubts key={contentHash} id={id} doubts={clip.doubts} />}
        <details class="fold">
          <summary>{words.value.say.source}</summary>
          <p class="source">{bulletin.text}</p>
        </details>
      </Section>
      <Section title={w.reach}>
        <Shown ask={places}>{(known) => <Reach view={view} places={known} />}</Shown>
      </Section>
      {clip !== null && <Slips id={id} contentHash={clip.contentHash} />}
    </>
  );
}
