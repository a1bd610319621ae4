// What a person may want to be told of at once, wherever they are: one fact, named when it is true.
// It must never know who is told, by which channel, or in which words.
import type { Priority } from '../../../devices/protocol/index.ts';
import type { Hindrance } from '../model.ts';
import type { ReportKind } from '../public/report.ts';

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
  | Of<'bulletin-failed', Bulletin & { authorId: string }>
  /** went out in the commune's name (issue #4, 3: told within a minute) */
  | Of<
      'emergency-out',
      Bulletin & { airingId: string; drill: boolean; areaNames: readonly string[] }
    >
  /** somebody pressed "Dừng phát" */
  | Of<'stopped', { byName: string; airings: number }>
  | Of<'airing-failed', Bulletin & { airingId: string; failed: number; speakers: number }>
  /** its time came and something stood in the way: nobody will hear it then */
  | Of<'airing-hindered', Bulletin & { authorId: string; hindrance: Hindrance; playAtMs: number }>
  | Of<'speaker-silent', Site & { sinceMs: number }>
  | Of<'speaker-back', Site & { sinceMs: number }>
  | Of<'sim-renewal', Site & { renewsAtMs: number }>
  /** of a document that no longer holds: what was made from it is silent; null: not this tenant's to open */
  | Of<'document-ended', { documentId: string | null; title: string; airings: number }>
  /** the province gives this commune a bulletin to air */
  | Of<'assignment-given', Assignment>
  | Of<'assignment-reminder', Assignment>
  /** priority items that will sound at once: the commune's people say which is first */
  | Of<'order-wanted', { titles: readonly string[]; playAtMs: number; untilMs: number }>
  | Of<'report-received', { reportId: string; areaName: string; what: ReportKind }>;

export type HappeningKind = Happening['kind'];
