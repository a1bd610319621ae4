// Where a notification leads: the screen of the thing itself, or the list it stands in.
// It must never know what is said of it.
import type { HappeningKind } from './happening.ts';
import type { Notification } from './notification-model.ts';

export function linkOf({ kind, facts }: Pick<Notification, 'kind' | 'facts'>): string {
  const { one, several } = SCREENS[kind];
  if (facts.subjectId === null) return several;
  return one.endsWith('/') ? `${one}${encodeURIComponent(facts.subjectId)}` : one;
}

/** Where the thing itself is, or the list it stands in; from '#' on. */
const SCREENS: Record<HappeningKind, { one: string; several: string }> = {
  'approval-wanted': { one: '#/approvals/', several: '#/approvals' },
  'standing-used': { one: '#/say/', several: '#/plan' },
  'bulletin-approved': { one: '#/say/', several: '#/plan' },
  'bulletin-returned': { one: '#/say/', several: '#/told' },
  'bulletin-withdrawn': { one: '#/say/', several: '#/told' },
  'change-wanted': { one: '#/say/', several: '#/told' },
  'want-answered': { one: '#/wants', several: '#/wants' },
  'bulletin-failed': { one: '#/say/', several: '#/told' },
  'emergency-out': { one: '#/airing/', several: '#/plan/past' },
  stopped: { one: '#/plan/past', several: '#/plan/past' },
  'all-clear': { one: '#/plan/past', several: '#/plan/past' },
  'airing-missed': { one: '#/airing/', several: '#/plan/past' },
  'airing-failed': { one: '#/airing/', several: '#/plan/past' },
  'airing-hindered': { one: '#/say/', several: '#/plan/past' },
  'document-ended': { one: '#/documents/', several: '#/plan' },
  'assignment-given': { one: '#/assign/', several: '#/assign' },
  'assignment-reminder': { one: '#/assign/', several: '#/assign' },
  'assignment-declined': { one: '#/assign/', several: '#/assign' },
  'override-decided': { one: '#/overrides', several: '#/overrides' },
  'order-wanted': { one: '#/plan', several: '#/plan' },
  'rehearsal-found': { one: '#/plan/rehearsal', several: '#/plan/rehearsal' },
  'override-wanted': { one: '#/overrides', several: '#/overrides' },
  'speaker-silent': { one: '#/speakers/', several: '#/speakers' },
  'speaker-back': { one: '#/speakers/', several: '#/speakers' },
  'sim-renewal': { one: '#/speakers/', several: '#/speakers' },
  'report-received': { one: '#/reports', several: '#/reports' },
  'notice-not-said': { one: '#/say/', several: '#/told' },
  'recording-due': { one: '#/recordings', several: '#/recordings' },
  'recording-sent': { one: '#/recordings', several: '#/recordings' },
  'recording-confirmed': { one: '#/recordings', several: '#/recordings' },
  'recording-returned': { one: '#/recordings', several: '#/recordings' },
  'programme-broken': { one: '#/say/', several: '#/plan' },
  'disk-low': { one: '#/told', several: '#/told' },
  'report-due': { one: '#/records', several: '#/records' },
  'source-arrived': { one: '#/say/', several: '#/source' },
  'source-refused': { one: '#/source', several: '#/source' },
  'source-emergency': { one: '#/plan', several: '#/plan' },
  'source-trusted': { one: '#/source', several: '#/source' },
};
