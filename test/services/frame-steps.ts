// The steps of a frame as tests take them: written, recorded word by word, confirmed by somebody else.
// It must never assert anything: tests do.
import type { FrameWords } from '../../src/domain/frames/frame-model.ts';
import type { Actor } from '../../src/domain/model.ts';
import type { FrameView } from '../../src/services/frames/frames-door.ts';
import type { Commune, World } from './world.ts';

export const DAM_FRAME: FrameWords = {
  ...{ name: 'Xả lũ', language: 'blt', templateId: 'xa-lu' },
  sentences: ['Hồ xả nước lúc {gio}, {ngay}.', 'Bà con ở {khu-vuc} rời ngay khỏi lòng sông.'],
  slots: [
    {
      ...{ name: 'gio', label: 'Giờ', required: true, kind: 'hour', said: 'whole' },
      ...{ stepMinutes: 60, also: ['15:20'] },
    },
    {
      ...{ name: 'ngay', label: 'Ngày', required: true, kind: 'date' },
      ...{ near: true, order: ['weekday', 'day', 'month'] },
    },
    {
      ...{ name: 'khu-vuc', label: 'Vùng bị ảnh hưởng', required: true, kind: 'place' },
      ...{ areas: 'villages', also: ['hạ lưu suối Nậm Mu'] },
    },
  ],
};

export async function* bytesOf(text: string) {
  yield Buffer.from(text);
}
export const { signal } = new AbortController();

export function write(at: World, by: { areaId: string; actor: Actor; frame?: FrameWords }) {
  const { areaId, actor, frame = DAM_FRAME } = by;
  return at.house.services.frames.create(actor, { areaId, frame });
}

/** @param of.but prompts that nobody says */
export async function recordAll(
  at: World,
  of: { frameId: string; areaId: string; actor: Actor; but?: readonly string[] },
): Promise<FrameView> {
  const { frames } = at.house.services;
  const { frameId, areaId, actor, but = [] } = of;
  const speaker = { speakerName: 'Lò Thị Mai', consent: true, consentNote: 'đồng ý tại xã' };
  const session = frames.begin(actor, { frameId, areaId, ...speaker });
  const { pieces } = frames.get(actor, { frameId, areaId });
  for (const { key, prompt, state } of pieces)
    if (state === 'missing' && !but.includes(prompt))
      await frames.record(actor, { sessionId: session.id, key, bytes: bytesOf(prompt), signal });
  return frames.get(actor, { frameId, areaId });
}

/** Everything recorded here, and the frame as it is joined where it is this place's own. */
export function confirmAll(
  at: World,
  of: { frameId: string; areaId: string; actor: Actor; order?: boolean },
): FrameView {
  const { frames } = at.house.services;
  const { frameId, areaId, actor, order = true } = of;
  const { pieces, version } = frames.get(actor, { frameId, areaId });
  const heard = pieces.flatMap(({ key, recording, state }) =>
    recording && state === 'recorded' ? [{ key, hash: recording.hash }] : [],
  );
  const how = { listenerName: 'Quàng Văn Phóng', pieces: heard, order, version };
  return frames.confirm(actor, { frameId, areaId, ...how });
}

/** A frame of the dam in Thái that can be said; the officer writes and records, the approver hears it. */
export async function saidFrame(
  at: World,
  a: Commune,
  but: readonly string[] = [],
  frame: FrameWords = DAM_FRAME,
) {
  const { id: frameId } = write(at, { areaId: a.id, actor: a.author, frame });
  await recordAll(at, { frameId, areaId: a.id, actor: a.operator, but });
  return confirmAll(at, { frameId, areaId: a.id, actor: a.approver });
}
