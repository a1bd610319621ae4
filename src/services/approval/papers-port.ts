// What the use-cases need of paper: a sheet to print, sign or nail to a pole, as the bytes of a file.
// It must never know how a PDF is made: src/papers does.
import type { Priority } from '../../../devices/protocol/index.ts';
import type { FilledRecord } from '../../domain/records/record-template.ts';
import type { DigestItem } from '../reading/reader-port.ts';

export type Papers = {
  /** the same paper gives the same bytes; @throws AppError when it is too long or takes too long */
  make(paper: Paper): Promise<Uint8Array>;
};

/** One kind, one file in src/papers/, which says what its fields become on the sheet. */
export type Paper = SlipPaper | PosterPaper | LabelsPaper | RecordPaper;

/** Phiếu duyệt: what somebody puts their name to, away from the screen. */
export type SlipPaper = {
  kind: 'approval-slip';
  communeName: string;
  bulletinId: string;
  title: string;
  version: number;
  priority: Priority;
  drill: boolean;
  /** what must be said of the document it was made from, in Vietnamese */
  warnings: readonly string[];
  authorName: string;
  /** word for word as it will be heard */
  sentences: readonly string[];
  figures: readonly Pick<DigestItem, 'kind' | 'source' | 'words'>[];
  /** false: more figures stand in the text than are listed */
  figuresWhole: boolean;
  airings: readonly { where: string; when: string }[];
  durationMs: number;
  /** the mark of a machine voice in words; null: people speak */
  synthetic: string | null;
  contentHash: string;
  /** opens this bulletin's page with this hash */
  link: string;
  /** when its sound was made: the only time on the sheet, so that it prints the same twice */
  madeAtMs: number;
};

/** Nailed to a pole: where to read again what the loudspeaker said. */
export type PosterPaper = {
  kind: 'public-poster';
  communeName: string;
  villageName: string | null;
  siteName: string | null;
  /** as a person types it */
  url: string;
  /** what the code opens: the same page, with this pole's village chosen */
  link: string;
  phone: string | null;
};

/** Stuck on spare units: scanned, or typed where the camera cannot. */
export type LabelsPaper = {
  kind: 'unit-labels';
  labels: readonly { payload: string; text: string; communeName: string }[];
};

/** A log or figures, filled in: as a PDF to sign, or as a Word file to go on with. */
export type RecordPaper = FilledRecord & {
  kind: 'record';
  format: 'pdf' | 'docx';
  place: string;
  madeAtMs: number;
};
