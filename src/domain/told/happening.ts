// What a person may want to be told of at once, wherever they are: one fact, named when it is true.
// It must never know who is told, by which channel, or in which words.
import type { Priority } from '../../../devices/protocol/index.ts';
import type { Hindrance } from '../model.ts';
import type { ReportKind } from '../public/report.ts';
import type { RefusedWhy } from '../source/source-model.ts';

type Of<Kind extends string, Facts> = { kind: Kind; tenantId: string } & Facts;
type Bulletin = { bulletinId: string; title: string };
type Assignment = { assignmentId: string; title: string; dueAtMs: number };
type Site = { siteId: string; siteName: string };

export type Happening =
  | Of<'approval-wanted', Bulletin & { priority: Priority; drill: boolean }>
  /** airsAtMs: "now" has to wait for the allowed hours */
  | Of<'bulletin-approved', Bulletin & { authorId: string; airsAtMs: number | null }>
  /** approved by a template somebody stands for: they are told at once */
  | Of<'standing-used', Bulletin & { approverId: string }>
  | Of<'bulletin-returned', Bulletin & { authorId: string; remark: string }>
  | Of<'bulletin-withdrawn', Bulletin & { byName: string }>
  /** urgent: an emergency that nobody will hear; reason: for people, in both languages */
  | Of<'bulletin-failed', Bulletin & { authorId: string; urgent: boolean; reason: string }>
  /** whoever plans it asks for more priority, or for fewer seconds */
  | Of<
      'change-wanted',
      Bulletin & { authorId: string; what: 'priority' | 'shorten'; maxSeconds: number | null }
    >
  /** told to whoever asked for priority; why not is read at its screen */
  | Of<'want-answered', Bulletin & { authorId: string; granted: boolean }>
  /** went out in the commune's name (issue #4, 3: told within a minute) */
  | Of<
      'emergency-out',
      Bulletin & { airingId: string; drill: boolean; areaNames: readonly string[] }
    >
  /** somebody pressed "Dừng phát" */
  | Of<'stopped', { byName: string; airings: number }>
  /** the emergencies of a commune are over: somebody said so */
  | Of<'all-clear', { byName: string; titles: readonly string[]; drill: boolean; airings: number }>
  /** its beginning was missed at so many loudspeakers, and its schedule asks that people are told */
  | Of<
      'airing-missed',
      Bulletin & { airingId: string; missed: number; speakers: number; playAtMs: number }
    >
  | Of<'airing-failed', Bulletin & { airingId: string; failed: number; speakers: number }>
  /** its time came and something stood in the way: nobody will hear it then */
  | Of<'airing-hindered', Bulletin & { authorId: string; hindrance: Hindrance; playAtMs: number }>
  /** an exception from the regulation waits for a second person (issue #5, 2) */
  | Of<'override-wanted', Bulletin>
  /** told to whoever asked for it */
  | Of<'override-decided', Bulletin & { authorId: string; confirmed: boolean }>
  | Of<'speaker-silent', Site & { sinceMs: number }>
  | Of<'speaker-back', Site & { sinceMs: number }>
  | Of<'sim-renewal', Site & { renewsAtMs: number }>
  /** of a document that no longer holds: what was made from it is silent; null: not this tenant's to open */
  | Of<'document-ended', { documentId: string | null; title: string; airings: number }>
  /** the province gives this commune a bulletin to air */
  | Of<'assignment-given', Assignment>
  | Of<'assignment-reminder', Assignment>
  /** a commune will not air it: told to the province, and to whoever gave it */
  | Of<
      'assignment-declined',
      { assignmentId: string; title: string; communeName: string; authorId: string }
    >
  /** priority items that will sound at once: the commune's people say which is first */
  | Of<'order-wanted', { titles: readonly string[]; playAtMs: number; untilMs: number }>
  /** tomorrow was played through this evening, and something of it will fail */
  | Of<'rehearsal-found', { rehearsalId: string; found: number; title: string; fromMs: number }>
  /** of the source system, waiting for its place in the commune's schedule */
  | Of<'source-arrived', Bulletin & { priority: Priority }>
  /** not let in: told to the province */
  /** detail: what stood in the way, for people, where the code does not say it all */
  | Of<'source-refused', { title: string; why: RefusedWhy; emergency: boolean; detail?: string }>
  /** goes out by the standing trust, in another tenant's name than this one's */
  | Of<'source-emergency', { title: string; drill: boolean; from: string }>
  /** the standing trust was given or ended */
  | Of<'source-trusted', { keyName: string; on: boolean; byName: string }>
  /** sent, but not in these languages of its villages, and nobody was shown that before; by name */
  | Of<
      'notice-not-said',
      Bulletin & { authorId: string; languages: readonly string[]; urgent: boolean }
    >
  /** a recording asked of a collaborator did not come by its day */
  | Of<'recording-due', Bulletin & { authorId: string }>
  /** told to whoever asked for it; offered: what airs is approved, and stays until they take this */
  | Of<'recording-sent' | 'recording-returned', Bulletin & { authorId: string }>
  | Of<'recording-confirmed', Bulletin & { authorId: string; offered: boolean }>
  /** a part may not be said any more, and it has a time to come; soon: within the hour */
  | Of<
      'programme-broken',
      Bulletin & { authorId: string; rebuilt: boolean; playAtMs: number; soon: boolean }
    >
  /** less than a tenth of the disk is free: soon no sound can be made, and nothing written down */
  | Of<'disk-low', { freePercent: number }>
  /** a report of the commune's own is owed within a week */
  | Of<'report-due', { title: string; dueDay: string }>
  | Of<'report-received', { reportId: string; areaName: string; what: ReportKind }>;

export type HappeningKind = Happening['kind'];
