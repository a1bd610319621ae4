// The first screen of an officer: what shall be announced, and what was announced lately.
// It must never know how a notice is made.
import type { NoticeBrief } from '../../../http/schemas/notice.ts';
import { type Ask, useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { noticeApi } from '../../notice-api.ts';
import { Chip, type Tone } from '../../parts/icons.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import type { Places } from '../../places.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { ForTenant } from './tenant.tsx';
import { Tiles } from './tiles.tsx';

const TONE: Record<NoticeBrief['state'], Tone> = {
  making: 'plain',
  failed: 'bad',
  ready: 'plain',
  returned: 'bad',
  pending: 'wait',
  approved: 'good',
};
/** A screenful; older ones are found in the plan. */
const LATEST = 8;

export function Notices() {
  const w = words.value.notice;
  const roles = [
    ...(['author', 'operator'] as const),
    ...(holds('author', 'operator') ? [] : (['approver', 'administrator'] as const)),
  ];
  return (
    <Page title={w.title}>
      <ForTenant roles={roles}>
        {(areaId, places) => <OfTenant key={areaId} areaId={areaId} places={places} />}
      </ForTenant>
    </Page>
  );
}

function OfTenant({ areaId, places }: { areaId: string; places: Places }) {
  const w = words.value.notice;
  const templates = useAsk({ ask: () => noticeApi.templates(areaId), key: areaId, on: ['notice'] });
  const earlier = useAsk({
    ask: () => noticeApi.earlier(areaId),
    key: areaId,
    on: ['bulletin', 'schedule'],
  });
  return (
    <>
      {!holds('author', 'operator') && <p>{w.onlyLook}</p>}
      {holds('author', 'operator') && (
        <Shown ask={templates}>{({ templates: all }) => <Tiles templates={all} />}</Shown>
      )}
      <Latest ask={earlier} places={places} />
      <Section title={w.rules}>
        <div class="actions">
          <a class="button" href="#/notice/templates">
            {w.templates}
          </a>
          <a class="button" href="#/frames">
            {words.value.frames.link}
          </a>
          <a class="button" href="#/notice/standings">
            {w.standings}
          </a>
        </div>
      </Section>
    </>
  );
}

function Latest(of: { ask: Ask<{ notices: readonly NoticeBrief[] }>; places: Places }) {
  const w = words.value.notice;
  return (
    <Section title={w.latest}>
      <Shown ask={of.ask}>
        {({ notices }) =>
          notices.length === 0 ? (
            <Empty
              title={w.noneYet}
              {...(holds('author', 'operator') ? { hint: w.noneYetHint } : {})}
            />
          ) : (
            <ul class="rows">
              {notices.slice(0, LATEST).map((one) => (
                <Earlier key={one.id} notice={one} places={of.places} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Section>
  );
}

function Earlier({ notice, places }: { notice: NoticeBrief; places: Places }) {
  const w = words.value.notice;
  const where = notice.areaIds.map(places.name).join(', ');
  return (
    <li class="row">
      <span class="row-head">
        <a class="row-link" href={`#/notice/sent?id=${notice.id}`}>
          <strong>{notice.title}</strong>
        </a>
        <Chip tone={TONE[notice.state]}>{words.value.state[notice.state]}</Chip>
      </span>
      <small>
        {when(notice.createdAtMs)} · {where}
      </small>
      {holds('author', 'operator') && (
        <a class="button button-quiet" href={`#/notice/${notice.templateId}?again=${notice.id}`}>
          {w.again}
        </a>
      )}
    </li>
  );
}
