// A frame of a dam in Thái Đen, as an officer writes it; what of it is recorded is each test's own.
// It must never assert anything.
import type {
  Frame,
  FrameSlot,
  KnownPieces,
  PlaceNames,
} from '../../../src/domain/frames/frame-model.ts';
import { piecesNeeded } from '../../../src/domain/frames/needed.ts';

export const HOUR: FrameSlot = {
  ...{ name: 'gio', label: 'Giờ', required: true, kind: 'hour', said: 'whole' },
  ...{ stepMinutes: 30, also: ['15:20'] },
};
export const PLACE: FrameSlot = {
  ...{ name: 'khu-vuc', label: 'Vùng bị ảnh hưởng', required: true, kind: 'place' },
  ...{ areas: 'villages', also: ['suối Nậm Mu'] },
};
export const DATE: FrameSlot = {
  ...{ name: 'ngay', label: 'Ngày', required: true, kind: 'date' },
  ...{ near: true, order: ['weekday', 'day', 'month'] },
};
export const FLOW: FrameSlot = {
  ...{ name: 'luu-luong', label: 'Lưu lượng', required: false, kind: 'number' },
  ...{ from: 100, to: 500, step: 100, also: [750] },
};
export const DAM: Frame = {
  ...{ id: 'f1', tenantId: 'muong-la', name: 'Xả lũ', language: 'blt', templateId: 'xa-lu' },
  templateHash: 'h',
  sentences: [
    'Hồ xả nước lúc {gio}, {ngay}.',
    'Mỗi giây {luu-luong} mét khối.',
    'Bà con ở {khu-vuc} rời ngay khỏi lòng sông.',
  ],
  slots: [HOUR, DATE, FLOW, PLACE],
  ...{ version: 3, writtenBy: 'soan', writtenAtMs: 0 },
  confirmed: { version: 3, byId: 'nghe', byName: 'Lò Thị Nọi', atMs: 1 },
};
export const PLACES: PlaceNames = {
  villages: ['Nà Cạn', 'Bản Mòng'],
  communes: ['Xã Mường La'],
};

/** Everything recorded and confirmed, but for what is named. */
export function all(
  but: { without?: readonly string[]; unheard?: readonly string[] } = {},
): KnownPieces {
  const { without = [], unheard = [] } = but;
  return new Map(
    piecesNeeded(DAM, PLACES)
      .filter(({ prompt }) => !without.includes(prompt))
      .map(({ key, prompt }) => [
        key,
        { hash: `#${key}`, durationMs: 1_000, confirmed: !unheard.includes(prompt) },
      ]),
  );
}
