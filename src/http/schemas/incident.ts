// What a technician must see of a site: opened when it begins, closed when it is over.
// It must never know what opens one (src/domain/poles/health.ts) nor its words on a screen.
import { type Static, Type } from 'typebox';
import { Id, List, Ms, Nullable, strict } from './common.ts';

export const IncidentKind = Type.Union([
  Type.Literal('silent'),
  Type.Literal('on-battery'),
  Type.Literal('battery-low'),
  Type.Literal('clock-off'),
  Type.Literal('disk-full'),
  Type.Literal('wrong-unit'),
  Type.Literal('astray'),
  Type.Literal('sim-renewal'),
  Type.Literal('self-test-failed'),
  Type.Literal('failed-to-sound'),
]);
export type IncidentKind = Static<typeof IncidentKind>;

export const Incident = Type.Object(
  {
    id: Id,
    siteId: Id,
    siteName: Type.String(),
    tenantId: Id,
    kind: IncidentKind,
    /** when it began: of a silence, when the speaker was last heard */
    sinceMs: Ms,
    openedAtMs: Ms,
    closedAtMs: Nullable(Ms),
    /** figures of that kind: batteryPercent, clockErrorMs, freeBytes, renewsAtMs, unitId … */
    facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  },
  strict,
);
export type Incident = Static<typeof Incident>;

/** Open ones first, the oldest silence at the top; then those closed within 90 days, newest first. */
export const IncidentList = Type.Object({ nowMs: Ms, incidents: List(Incident) }, strict);
export type IncidentList = Static<typeof IncidentList>;
