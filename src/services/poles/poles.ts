// Joins the use-cases of poles: who is there, what is wrong, silences, commands, spares and their swaps.
// It must never know routes, SQL or MQTT: only ports.
import { isSpareId } from '../../domain/poles/unit-label.ts';
import type { Cancelling } from '../airing/cancelling.ts';
import { makeStopping } from '../airing/stopping.ts';
import type { Deps } from '../deps.ts';
import type { Sites } from '../door.ts';
import type { WireEvents } from '../ports.ts';
import { makeClockAnswers } from '../wire/clock-answers.ts';
import type { Farewell } from '../wire/farewell.ts';
import { makeHello } from '../wire/hello.ts';
import type { Outbox } from '../wire/outbox.ts';
import type { Policies } from '../wire/policy.ts';
import type { Presence } from '../wire/presence.ts';
import { makeCommands } from './commands.ts';
import { makeHushes } from './hushes.ts';
import { makeIncidentBook } from './incident-book.ts';
import { makeIncidentList } from './incident-list.ts';
import { type Incidents, makeIncidents } from './incidents.ts';
import { makeLabels } from './labels.ts';
import { makeLinks } from './links.ts';
import type { PoleServices } from './pole-door.ts';
import { makeSiteNotes } from './site-notes.ts';
import { makeSites } from './sites.ts';
import { makeSpareHello } from './spare-hello.ts';
import { makeSpares } from './spares.ts';
import { makeSpeakers } from './speakers.ts';
import { makeSwaps } from './swaps.ts';
import { makeVitals, type Vitals } from './vitals.ts';

export type Poles = {
  vitals: Vitals;
  incidents: Incidents;
  services: PoleServices & { sites: Sites };
  events: Pick<WireEvents, 'status' | 'clock'>;
  resume(): void;
};
export type PoleParts = {
  deps: Deps;
  outbox: Outbox;
  policies: Policies;
  cancelling: Cancelling;
  presence: Presence;
  farewell: Farewell;
};

export function joinPoles(parts: PoleParts): Poles {
  const { deps, outbox, policies, presence, farewell } = parts;
  const links = makeLinks(deps);
  const book = makeIncidentBook(deps);
  const vitals = makeVitals({ deps, links, book, turns: presence.turns });
  const incidents = makeIncidents(deps, (site, { kind, what }) =>
    vitals.strayed(site, { kind, facts: { what } }),
  );
  const stopping = makeStopping(parts);
  const swaps = makeSwaps({ deps, farewell, vitals, outbox });
  const speakers = makeSpeakers({ deps, presence, links, book });
  const answerClock = makeClockAnswers(deps);
  const hello = makeHello({ ...parts, incidents, vitals, stopping, swaps });
  const spareHello = makeSpareHello({ deps, swaps });
  return {
    vitals,
    incidents,
    services: {
      speakers,
      sites: makeSites({ deps, farewell, vitals }),
      siteNotes: makeSiteNotes({ deps, policies, vitals, speakers }),
      hushes: makeHushes({ deps, policies }),
      stops: stopping,
      commands: makeCommands(deps, outbox),
      incidentList: makeIncidentList(deps),
      spares: { ...makeSpares(deps), ...makeLabels(deps), ...swaps },
    },
    events: {
      status: (id, status, retained) =>
        isSpareId(id) ? spareHello(id, status, retained) : hello(id, status, retained),
      clock(siteId, question, arrivedPlanMs) {
        presence.touched(siteId);
        vitals.asked(siteId);
        return answerClock(siteId, question, arrivedPlanMs);
      },
    },
    resume: stopping.resume,
  };
}
