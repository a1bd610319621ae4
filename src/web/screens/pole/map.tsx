// The map of all speakers, and beside it the same speakers as a list: whoever cannot use one has the other.
// It must never need the Internet.
import '../../styles/map.css';
import { render } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Speaker } from '../../../http/schemas/speaker.ts';
import { figure } from '../../format.ts';
import { Empty } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import type { Places } from '../../places.ts';
import { words } from '../../words.ts';
import { nowish } from './ages.ts';
import { linkOf, powerOf } from './facts.ts';
import { stateOf, villagesOf } from './filters.ts';
import { sayHush } from './hush.tsx';
import { useKeptPlaces } from './kept-places.ts';
import type { Drawing, Shown as Drawn, Outline } from './map-drawing.ts';
import { PoleTabs } from './pole-tabs.tsx';
import { FactLine, LinkChip, LinkShape } from './speaker-row.tsx';
import type { Group } from './window.ts';
import { WindowList } from './window-list.tsx';

export function PoleMap({ at }: { at: string | null }) {
  const w = words.value;
  const places = useKeptPlaces();
  return (
    <Page title={w.speakers.title}>
      <PoleTabs at="map" />
      <Shown ask={places}>
        {(known) =>
          known.speakers.length === 0 ? (
            <Empty title={w.speakers.empty} />
          ) : (
            <Both places={known} at={at} />
          )
        }
      </Shown>
    </Page>
  );
}

const STATES = ['online', 'late', 'silent', 'never', 'no-unit'] as const;

function Both({ places, at }: { places: Places; at: string | null }) {
  const w = words.value;
  const element = useRef<HTMLDivElement>(null);
  const drawing = useDrawing(element, { places, at });
  const groups = useMemo(() => groupsOf(places), [places, w]);
  const look = (siteId: string) => {
    element.current?.scrollIntoView({ block: 'nearest' });
    drawing.current?.goTo(siteId);
  };
  return (
    <div class="map-both">
      <div class="map-side">
        <section aria-label={w.pole.mapLabel}>
          {/* what is inside is the map's own, and nothing here draws over it */}
          <div class="map" ref={element} />
        </section>
        <ul class="map-key" aria-label={w.pole.mapKey}>
          {STATES.map((state) => (
            <li key={state}>
              <LinkShape state={state} /> {w.pole.letters[state]}: {w.pole.states[state]}
            </li>
          ))}
          <li>{w.pole.hushedKey}</li>
        </ul>
      </div>
      <div>
        <WindowList
          groups={groups}
          rowPx={70}
          keyOf={({ site }) => site.id}
          draw={(speaker) => <OnList speaker={speaker} look={look} />}
        />
      </div>
    </div>
  );
}

function OnList({ speaker, look }: { speaker: Speaker; look: (siteId: string) => void }) {
  const w = words.value.pole;
  const { site, place } = speaker;
  return (
    <div class="map-row">
      <a class="name-link" href={`#/speakers/${site.id}`}>
        {site.name}
      </a>
      {place === null ? (
        <a class="button" href={`#/speakers/${site.id}`}>
          {w.placeSet}
          <span class="unseen"> {site.name}</span>
        </a>
      ) : (
        <button type="button" class="button" onClick={() => look(site.id)}>
          {w.look}
          <span class="unseen"> {site.name}</span>
        </button>
      )}
      <small>
        {w.states[stateOf(speaker)]}
        {speaker.hush !== null && ` · ${sayHush(speaker.hush, nowish.value)}`}
      </small>
    </div>
  );
}

/** Sites nobody has placed come first: they are the work to do. */
function groupsOf(places: Places): Group<Speaker>[] {
  const w = words.value.pole;
  const unplaced = places.speakers.filter(({ place }) => place === null);
  const placed = places.speakers.filter(({ place }) => place !== null);
  const first = { key: '', title: w.unplaced, sum: figure(unplaced.length), rows: unplaced };
  const rest = villagesOf(places.nodes, placed).map(({ node, here }) => ({
    key: node.area.id,
    title: node.area.name,
    sum: figure(here.length),
    rows: here,
  }));
  return unplaced.length === 0 ? rest : [first, ...rest];
}

type Element = { current: HTMLElement | null };
function useDrawing(element: Element, { places, at }: { places: Places; at: string | null }) {
  const drawing = useRef<Drawing | null>(null);
  const latest = useRef(places);
  latest.current = places;
  useEffect(() => {
    let over = false;
    // the map's code is larger than all other screens together: the list does not wait for it
    void import('./map-drawing.ts').then(({ drawMap }) => {
      if (over || element.current === null) return;
      const { zoomIn, zoomOut } = words.peek().pole;
      drawing.current = drawMap({
        element: element.current,
        words: { zoomIn, zoomOut },
        card: (siteId) => cardOf(latest.current, siteId),
      });
      show(drawing.current, latest.current);
      if (at !== null) drawing.current.goTo(at);
    });
    return () => {
      over = true;
      drawing.current?.end();
      drawing.current = null;
    };
  }, []);
  useEffect(() => {
    if (drawing.current) show(drawing.current, places);
  }, [places]);
  return drawing;
}

function show(drawing: Drawing, { nodes, speakers }: Places): void {
  const w = words.peek().pole;
  const shown = speakers.flatMap((speaker): Drawn[] => {
    const { site, place, hush } = speaker;
    const state = stateOf(speaker);
    const sign = { state, letter: w.letters[state], hushed: hush !== null };
    return place === null ? [] : [{ siteId: site.id, place, sign }];
  });
  const villages = villagesOf(nodes, speakers).map(({ node, path, here }) => ({
    path,
    ...outlineOf({ name: node.area.name, kind: 'village', here }),
  }));
  const communes = [...new Set(villages.map(({ path }) => path))].map((name) => ({
    name,
    kind: 'commune' as const,
    places: villages.filter(({ path }) => path === name).flatMap(({ places: all }) => all),
  }));
  // one commune needs no name on its own map
  drawing.show(shown, communes.length > 1 ? [...communes, ...villages] : villages);
}

const outlineOf = (of: {
  name: string;
  kind: Outline['kind'];
  here: readonly Speaker[];
}): Outline => ({
  name: of.name,
  kind: of.kind,
  places: of.here.flatMap(({ place }) => place ?? []),
});

function cardOf({ speakers }: Places, siteId: string): HTMLElement {
  const element = document.createElement('div');
  const speaker = speakers.find(({ site }) => site.id === siteId);
  if (speaker) render(<Card speaker={speaker} />, element);
  return element;
}

function Card({ speaker }: { speaker: Speaker }) {
  const w = words.value.pole;
  const nowMs = nowish.value;
  return (
    <div class="map-card">
      <strong>{speaker.site.name}</strong>
      <LinkChip fact={linkOf(speaker, nowMs)} state={stateOf(speaker)} />
      {speaker.hush !== null && <span>{sayHush(speaker.hush, nowMs)}</span>}
      <dl>
        <FactLine fact={powerOf(speaker)} />
      </dl>
      <a class="button" href={`#/speakers/${speaker.site.id}`}>
        {w.open}
      </a>
    </div>
  );
}
