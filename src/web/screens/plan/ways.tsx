// The ways out of a conflict, each done where it is pressed: moved, made shorter, or asked for.
// It must never change a bulletin that is on other schedules: a shorter one is another one.
import { useSignal } from '@preact/signals';
import type { ConflictWish, WayOut } from '../../../http/schemas/foresight.ts';
import { api } from '../../api.ts';
import { foresightApi } from '../../foresight-api.ts';
import { when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ApiFailure } from '../../send.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

type Way<Kind extends WayOut['kind']> = Extract<WayOut, { kind: Kind }>;
export type Mover = {
  /** moves all of its times by so much; the first then stands at `atMs` */
  move: (way: { atMs: number; shiftMs: number }) => void;
  /** false: this form cannot say it */
  canMove?: (way: { atMs: number; shiftMs: number }) => boolean;
};
type Props = Mover & { ways: readonly WayOut[]; wish: ConflictWish };

/** What came of pressing: `made` is the shorter bulletin. */
type Done = { made: string; maxSeconds: number } | { asked: 'priority' | 'shorten' };

export function Ways({ ways, wish, move, canMove = () => true }: Props) {
  const w = words.value.conflicts;
  const done = useSignal<Done | null>(null);
  const say = (what: Done) => {
    done.value = what;
  };
  const open = ways.filter((way) => way.kind !== 'move' || canMove(way));
  return (
    <>
      {open.length === 0 ? (
        <p>{w.noWay}</p>
      ) : (
        <fieldset class="ways">
          <legend>{w.ways}</legend>
          {open.map((way) =>
            way.kind === 'move' ? (
              <button key={way.kind} type="button" class="button" onClick={() => move(way)}>
                {w.move(when(way.atMs))}
              </button>
            ) : way.kind === 'shorten' ? (
              <Shorten key={way.kind} way={way} wish={wish} say={say} />
            ) : (
              <AskPriority key={way.kind} wish={wish} say={say} />
            ),
          )}
        </fieldset>
      )}
      {done.value && <Told done={done.value} />}
    </>
  );
}

type ActProps = { wish: ConflictWish; say: (done: Done) => void };

/** Whoever may write makes it here; whoever may not, asks its author. */
function Shorten({ way: { maxSeconds }, wish, say }: ActProps & { way: Way<'shorten'> }) {
  const w = words.value.conflicts;
  const { bulletinId } = wish;
  const act = async () => {
    const made = holds('author') ? await shorter({ bulletinId, maxSeconds }) : null;
    if (made !== null) return say({ made, maxSeconds });
    const areaIds = [...wish.areaIds];
    await foresightApi.want(bulletinId, { what: 'shorten', maxSeconds, areaIds });
    say({ asked: 'shorten' });
  };
  return <Act act={act}>{w.shorten(maxSeconds)}</Act>;
}

function AskPriority({ wish, say }: ActProps) {
  const act = async () => {
    const areaIds = [...wish.areaIds];
    await foresightApi.want(wish.bulletinId, { what: 'priority', areaIds });
    say({ asked: 'priority' });
  };
  return <Act act={act}>{words.value.conflicts.priority}</Act>;
}

const TITLE_MAX = 280;

/** The same words, cut at a sentence within so many seconds; null: it is another's, who has to be asked. */
async function shorter(of: { bulletinId: string; maxSeconds: number }): Promise<string | null> {
  const view = await api.bulletin(of.bulletinId).catch((failure: unknown) => {
    if (failure instanceof ApiFailure && failure.code === 'missing') return null;
    throw failure;
  });
  if (view === null) return null;
  const { tenantId, documentId, documentPart, text, title, ...rest } = view.bulletin;
  const { genre, priority, drill, repeats, expiresAtMs, personalData } = rest;
  const { id } = await api.addBulletin({
    ...{ areaId: tenantId, documentId, part: documentPart, text },
    title: words.peek().conflicts.shorterTitle(title.slice(0, TITLE_MAX)),
    ...{ genre, priority, drill, repeats, expiresAtMs, personalData },
    maxSeconds: of.maxSeconds,
  });
  return id;
}

/** What was typed is kept under this address: the bulletin's page leads back to it. */
function Told({ done }: { done: Done }) {
  const w = words.value.conflicts;
  if ('asked' in done)
    return (
      <Notice tone="good">
        <p>{w.asked[done.asked]}</p>
        {done.asked === 'priority' && (
          <a class="button" href="#/wants">
            {w.wanted.title}
          </a>
        )}
      </Notice>
    );
  const back = encodeURIComponent(location.hash.replace(/^#\/?/, ''));
  return (
    <Notice tone="good">
      <p>{w.made(done.maxSeconds)}</p>
      <a class="button" href={`#/say/${done.made}?back=${back}`}>
        {w.openMade}
      </a>
    </Notice>
  );
}
