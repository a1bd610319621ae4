// Every loudspeaker by village: reachable or silent since when, its clock, how its last airing ended.
// It must never sum a speaker up in one light: each fact stands for itself.

import { useSignal } from '@preact/signals';
import type { Installed } from '../../http/schemas/site.ts';
import type { Speaker } from '../../http/schemas/speaker.ts';
import { api } from '../api.ts';
import type { Node } from '../area-tree.ts';
import { figure, when } from '../format.ts';
import { Confirm, Dialog } from '../parts/confirm.tsx';
import { CopyBox } from '../parts/copy.tsx';
import { Empty, Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Shown } from '../parts/shown.tsx';
import { type Places, usePlaces } from '../places.ts';
import { holds } from '../session.ts';
import { words } from '../words.ts';

export function Speakers() {
  const w = words.value.speakers;
  const places = usePlaces();
  const mayAdd = holds('technician', 'administrator');
  return (
    <Page
      title={w.title}
      aside={
        mayAdd && (
          <a class="button button-main" href="#/speakers/new">
            {w.addSite}
          </a>
        )
      }
    >
      <Shown ask={places}>
        {(known) =>
          known.speakers.length === 0 ? (
            <Empty title={w.empty} {...(mayAdd ? { hint: w.emptyHint } : {})} />
          ) : (
            <Villages places={known} again={places.again} />
          )
        }
      </Shown>
    </Page>
  );
}

function Villages({ places, again }: { places: Places; again: () => void }) {
  const w = words.value.speakers;
  const online = places.speakers.filter((speaker) => speaker.online).length;
  return (
    <>
      <p class="sum" role="status">
        {w.sum(online, places.speakers.length)}
      </p>
      {withSites(places.nodes, places.speakers).map(({ node, here }) => (
        <section key={node.area.id} class="section">
          <h2>
            {node.area.name} <small>{w.sum(node.online, node.speakers)}</small>
          </h2>
          <ul class="rows rows-wide">
            {here.map((speaker) => (
              <OneSpeaker key={speaker.site.id} speaker={speaker} again={again} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

type Village = { node: Node; here: Speaker[] };
function withSites(nodes: readonly Node[], speakers: readonly Speaker[]): Village[] {
  return nodes.flatMap((node) => {
    const here = speakers.filter(({ site }) => site.areaId === node.area.id);
    const below = withSites(node.children, speakers);
    return here.length === 0 ? below : [{ node, here }, ...below];
  });
}

function OneSpeaker({ speaker, again }: { speaker: Speaker; again: () => void }) {
  const w = words.value.speakers;
  const { site, clockErrorMs, unitId } = speaker;
  return (
    <li class={`row speaker ${speaker.online ? 'is-on' : 'is-off'}`}>
      <span class="row-head">
        <strong>{site.name}</strong>
        <span class="link">{linkOf(speaker)}</span>
      </span>
      <small>
        {site.id}
        {site.zone !== 'ordinary' && ` · ${w.zones[site.zone]}`}
        {unitId !== null &&
          ` · ${clockErrorMs === null ? w.noClock : w.clock(figure(clockErrorMs, 1))}`}
      </small>
      <LastVerdict speaker={speaker} />
      {holds('technician', 'administrator') && <Unit speaker={speaker} again={again} />}
    </li>
  );
}

function linkOf({ online, unitId, heardAtMs }: Speaker): string {
  const w = words.value.speakers;
  if (unitId === null) return w.noUnit;
  if (online) return w.online;
  return heardAtMs === null ? w.never : w.since(when(heardAtMs));
}

function LastVerdict({ speaker: { lastVerdict } }: { speaker: Speaker }) {
  const w = words.value;
  if (lastVerdict === null) return <small>{w.speakers.noLast}</small>;
  const reason = w.reason[lastVerdict.reason];
  return (
    <small>
      {w.speakers.last}: {w.verdict[lastVerdict.kind]}
      {reason && ` (${reason})`}, {lastVerdict.title}, {when(lastVerdict.playAtMs)}
    </small>
  );
}

function Unit({ speaker: { site, unitId }, again }: { speaker: Speaker; again: () => void }) {
  const w = words.value.speakers;
  const made = useSignal<Installed | null>(null);
  const install = async () => {
    made.value = await api.installUnit(site.id);
  };
  const close = () => {
    made.value = null;
    again();
  };
  return (
    <div class="actions">
      <Confirm
        quiet
        label={unitId === null ? w.install : w.swap}
        title={w.installSure}
        ask={w.installAsk}
        act={install}
      />
      {unitId !== null && (
        <Confirm
          quiet
          label={w.removeUnit}
          title={w.removeSure}
          ask={w.removeAsk}
          act={() => api.removeUnit(unitId).then(again)}
        />
      )}
      {made.value !== null && (
        <Dialog title={w.install} close={close}>
          <Notice tone="wait">{w.secretOnce}</Notice>
          <CopyBox
            text={JSON.stringify(made.value.enrolment, null, 2)}
            file={`${site.id}.enrolment.json`}
          />
          <button type="button" class="button" onClick={close}>
            {words.value.common.close}
          </button>
        </Dialog>
      )}
    </div>
  );
}
