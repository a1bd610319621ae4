// What the intake room takes and gives: a file's bytes in; text, pages, signatures and remarks out.
// It must never know how any container is opened.
import type { Encoding } from '../reading/bytes/decode.ts';

export type Container = 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'scan';

export type Remark = { vi: string; en: string };

/** Where a page's characters stand in `text`, in UTF-16 units. */
export type PageSpan = { page: number; from: number; to: number };

export type FileSignature = {
  signer: string | null;
  organisation: string | null;
  /** ISO instant, as the signature says. */
  signedAt: string | null;
  /** Digest and signature hold over the signed bytes. */
  intact: boolean;
  /** The signature covers the file to its end. */
  whole: boolean;
  trusted: false | 'chain';
  problem: Remark | null;
};

export type Taken = {
  text: string;
  container: Container;
  /** Of the characters, where the file is characters; a container with its own has null. */
  encoding: Encoding | null;
  /** Empty where the container knows no pages. */
  pages: PageSpan[];
  ocr: { engine: string } | null;
  signatures: FileSignature[];
  notes: Remark[];
};

export type Progress = { step: 'open' | 'pages' | 'ocr'; done: number; total: number };

export type TakeOptions = {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
};
