// Every topic of the wire, made and taken apart in one place (devices/PROTOCOL.md §3).
// It must never know what travels inside a message, nor who decides to send it.
export const ROOT = 'vangxa/v1';

/** Speaker ids, area codes and tenants as they stand in topics: lower case, digits, single hyphens, at most 40. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const SLUG_MAX = 40;

export type SpeakerReport = 'status' | 'receipt' | 'repair' | 'clock';

export const topics = {
  /** down: orders for one speaker (policy, acks, orders sent again) */
  speakerOrder: (speakerId: string) => `${ROOT}/speaker/${speakerId}/order`,
  /** down: answers to this speaker's clock questions */
  speakerTime: (speakerId: string) => `${ROOT}/speaker/${speakerId}/time`,
  /** down: orders for every speaker of an area; a speaker listens to its whole chain */
  areaOrder: (areaCode: string) => `${ROOT}/area/${areaCode}/order`,
  /** down: the chunks of one stream; the tenant (commune or province) keeps communes apart in the ACL */
  stream: (tenant: string, streamId: string) => `${ROOT}/stream/${tenant}/${streamId}`,
  /** what a speaker subscribes to for each tenant of its policy, before any manifest comes */
  everyStream: (tenant: string) => `${ROOT}/stream/${tenant}/+`,
  /** up: what a speaker says */
  report: (speakerId: string, report: SpeakerReport) => `${ROOT}/speaker/${speakerId}/${report}`,
  /** what the service subscribes to */
  everyReport: (report: SpeakerReport) => `${ROOT}/speaker/+/${report}`,
} as const;

export type ParsedTopic =
  | { kind: 'report'; speakerId: string; report: SpeakerReport }
  | { kind: 'speakerOrder'; speakerId: string }
  | { kind: 'speakerTime'; speakerId: string }
  | { kind: 'areaOrder'; areaCode: string }
  | { kind: 'stream'; tenant: string; streamId: string };

const REPORTS: readonly string[] = ['status', 'receipt', 'repair', 'clock'];

/** Takes a topic apart; `null` when it is none of ours. */
export function parseTopic(topic: string): ParsedTopic | null {
  const [root, version, kind, first, second, ...rest] = topic.split('/');
  if (`${root}/${version}` !== ROOT || !first || !second || rest.length > 0) return null;
  if (kind === 'speaker' && second === 'order') return { kind: 'speakerOrder', speakerId: first };
  if (kind === 'speaker' && second === 'time') return { kind: 'speakerTime', speakerId: first };
  if (kind === 'speaker' && REPORTS.includes(second))
    return { kind: 'report', speakerId: first, report: second as SpeakerReport };
  if (kind === 'area' && second === 'order') return { kind: 'areaOrder', areaCode: first };
  if (kind === 'stream') return { kind: 'stream', tenant: first, streamId: second };
  return null;
}
