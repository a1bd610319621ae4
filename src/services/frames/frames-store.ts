// What the use-cases of frames need of rows: frames, who spoke when, recorded pieces, and which bulletin says what of them.
// It must never know SQL: src/db implements it.
import type { Frame, FrameValues } from '../../domain/frames/frame-model.ts';

/** One speaker at one microphone: asked once, then piece after piece. */
export type FrameSession = {
  id: string;
  frameId: string;
  /** whose pieces these become: the frame's own, or those of a commune that uses the province's frame */
  tenantId: string;
  language: string;
  speakerName: string;
  /** how and when the speaker agreed (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: a voice is personal) */
  consentNote: string;
  byId: string;
  beganAtMs: number;
};

/** Of one tenant and language there is one recording of each key: the same in every frame. */
export type FramePiece = {
  tenantId: string;
  language: string;
  key: string;
  prompt: string;
  hash: string;
  durationMs: number;
  bytes: number;
  sessionId: string;
  speakerName: string;
  byId: string;
  madeAtMs: number;
  /** a second native speaker found it right */
  confirmedById: string | null;
  confirmedName: string | null;
  confirmedAtMs: number | null;
};

/** What a bulletin says, piece by piece: written once, with the pieces as they were confirmed then. */
export type FrameUse = {
  bulletinId: string;
  frameId: string;
  frameVersion: number;
  language: string;
  values: FrameValues;
  sentences: readonly (readonly { hash: string; words: string }[])[];
  /** SHA-256 of the text that came with it: of other words it is no sound */
  textHash: string;
};

export type FrameStore = {
  frames: {
    insert(frame: Frame): void;
    get(id: string): Frame | null;
    /** by name, 200 at most */
    ofTenants(tenantIds: readonly string[]): Frame[];
    /** whole row, by id */
    update(frame: Frame): void;
    remove(id: string): void;
  };
  frameSessions: { insert(session: FrameSession): void; get(id: string): FrameSession | null };
  framePieces: {
    of(filter: { tenantIds: readonly string[]; language: string }): FramePiece[];
    get(of: { tenantId: string; language: string; key: string }): FramePiece | null;
    /** whole row, by tenant, language and key */
    put(piece: FramePiece): void;
    remove(of: { tenantId: string; language: string; key: string }): void;
    count(tenantId: string): number;
    /** of every piece that stands, and of every one a bulletin was made with */
    hashes(): Set<string>;
  };
  frameUses: {
    insert(use: FrameUse): void;
    of(bulletinId: string): FrameUse | null;
  };
};
