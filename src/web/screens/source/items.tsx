// Bulletins of the source system, newest first: what became of each, and where and when it airs.
// It must never show a title as anything but letters.
import { useSignal } from '@preact/signals';
import type { SourceItem } from '../../../http/schemas/source.ts';
import { useAsk } from '../../ask.ts';
import { figure, when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Chip, type Tone } from '../../parts/icons.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Shown } from '../../parts/shown.tsx';
import { sourceApi } from '../../source-api.ts';
import { said, words } from '../../words.ts';
import { Raw } from './raw.tsx';

/** As many as one answer holds: fewer means it was the last. */
const PAGE = 25;

export function Items({ raw }: { raw: boolean }) {
  const w = words.value;
  const older = useSignal<readonly SourceItem[]>([]);
  const ask = useAsk({ ask: () => sourceApi.items(null), on: ['source'] });
  return (
    <Shown ask={ask}>
      {({ items }) => {
        const all = [...items, ...older.value];
        const more = async () => {
          const next = await sourceApi.items(all.at(-1)?.id ?? null);
          older.value = [...older.value, ...next.items];
        };
        if (all.length === 0) return <Empty title={w.source.noItems} hint={w.source.noItemsHint} />;
        return (
          <>
            <ul class="rows">
              {all.map((item) => (
                <Item key={item.id} item={item} raw={raw} />
              ))}
            </ul>
            {all.length % PAGE === 0 && <Act act={more}>{w.common.more}</Act>}
          </>
        );
      }}
    </Shown>
  );
}

const TONE: Record<SourceItem['state'], Tone> = {
  received: 'wait',
  refused: 'bad',
  accepted: 'wait',
  approved: 'good',
  scheduled: 'good',
  aired: 'good',
  superseded: 'plain',
  cancelled: 'plain',
};

function Item({ item, raw }: { item: SourceItem; raw: boolean }) {
  const w = words.value.source;
  const { priority, state, parts, title, externalId, revision, keyId, reason } = item;
  const asks = state === 'accepted' && priority === 'emergency';
  return (
    <li class="row">
      <span class="row-head">
        <strong class="source-title">{title || externalId}</strong>
        <Chip tone={asks ? 'urgent' : TONE[state]}>{asks ? w.asks : w.state[state]}</Chip>
      </span>
      {priority !== 'normal' && <small>{w.priorities[priority]}</small>}
      {reason !== null && <p>{said(reason)}</p>}
      {parts.length > 0 && (
        <ul class="source-parts">
          {parts.map((part) => (
            <Part key={part.bulletinId} part={part} />
          ))}
        </ul>
      )}
      <small>
        {when(item.arrivedAtMs)} · {externalId}, {w.revision(figure(revision))} ·{' '}
        {keyId === null ? w.unsigned : w.signedBy(keyId)}
      </small>
      {item.sender !== '' && <small>{w.from(item.sender)}</small>}
      <Raw id={item.id} hash={item.hash} title={title || externalId} may={raw} />
    </li>
  );
}

function Part({ part }: { part: SourceItem['parts'][number] }) {
  const w = words.value.source;
  const { areaName, role, playAtMs, bulletinId } = part;
  const place = role === 'frame' ? `${areaName} (${w.frame})` : areaName;
  return (
    <li>
      <a href={`#/say/${bulletinId}`}>
        {playAtMs === null ? w.notYet(place) : w.airsAt(place, when(playAtMs))}
      </a>
    </li>
  );
}
