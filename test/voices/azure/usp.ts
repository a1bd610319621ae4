// The messages of the speech service as it writes them: turn.start, response, audio, audio.metadata, turn.end.
// It must never know sockets, nor when an answer goes wrong.
import { BINARY, type Frame, TEXT } from './frames.ts';

export const SAMPLE_RATE_HZ = 24_000;
const STREAM = 'a3c0de';
/** As large as the service's own pieces of sound. */
const PIECE_BYTES = 12_000;

export type Heard = { path: string; requestId: string; body: string };

/** A text message of the client: headers, an empty line, a body. */
export function readMessage(text: string): Heard {
  const end = text.indexOf('\r\n\r\n');
  const headers = new Map(
    text
      .slice(0, end)
      .split('\r\n')
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );
  return {
    path: headers.get('path') ?? '',
    requestId: headers.get('x-requestid') ?? '',
    body: text.slice(end + 4),
  };
}

export function textMessage(path: string, requestId: string, body: unknown): Frame {
  const head = `X-RequestId:${requestId}\r\nContent-Type:application/json; charset=utf-8\r\nPath:${path}`;
  return { opcode: TEXT, payload: Buffer.from(`${head}\r\n\r\n${JSON.stringify(body)}`) };
}

export function audioMessage(requestId: string, sound: Buffer): Frame {
  const head = Buffer.from(
    `X-RequestId:${requestId}\r\nContent-Type:audio/x-wav\r\nX-StreamId:${STREAM}\r\nPath:audio\r\n`,
  );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(head.length);
  return { opcode: BINARY, payload: Buffer.concat([length, head, sound]) };
}

export function opening(requestId: string): Frame[] {
  return [
    textMessage('turn.start', requestId, { context: { serviceTag: 'local' } }),
    textMessage('response', requestId, {
      context: { serviceTag: 'local' },
      audio: { type: 'inline', streamId: STREAM },
    }),
  ];
}

export function sounding(requestId: string, samples: Int16Array): Frame[] {
  const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  const count = Math.ceil(bytes.length / PIECE_BYTES);
  const pieces = Array.from({ length: count }, (_, at) =>
    audioMessage(requestId, bytes.subarray(at * PIECE_BYTES, (at + 1) * PIECE_BYTES)),
  );
  return [...pieces, audioMessage(requestId, Buffer.alloc(0))];
}

/** The service counts in 100 ns. */
export function ending(requestId: string, samples: number): Frame {
  const ticks = Math.round((samples / SAMPLE_RATE_HZ) * 10_000_000);
  return textMessage('audio.metadata', requestId, {
    Metadata: [{ Type: 'SessionEnd', Data: { Offset: ticks } }],
  });
}

export function turnEnd(requestId: string): Frame {
  return textMessage('turn.end', requestId, {});
}

/** A tone as long as the letter's words last at its pace, its rests included: what is cut off is missed. */
export function toneFor(ssml: string): Int16Array {
  const second = ssml.includes('NamMinh');
  const length = samplesOf(ssml);
  const turn = (2 * Math.PI * (second ? 120 : 220)) / SAMPLE_RATE_HZ;
  const table = Int16Array.from({ length: 2_400 }, (_, at) => 8_000 * Math.sin(at * turn));
  const tone = new Int16Array(length);
  for (let at = 0; at < length; at += table.length) {
    tone.set(table.subarray(0, Math.min(table.length, length - at)), at);
  }
  return tone;
}

/** By itself this voice says as many syllables as the driver assumes of the real ones. */
const SYLLABLES_A_MINUTE = 205;

export function samplesOf(ssml: string): number {
  return Math.round((durationMsOf(ssml) * SAMPLE_RATE_HZ) / 1_000);
}

function durationMsOf(ssml: string): number {
  const rate = Number(/rate="([+-]\d+)%"/.exec(ssml)?.[1] ?? 0);
  const rests = [...ssml.matchAll(/<break time="(\d+)ms"\/>/g)].map((match) => Number(match[1]));
  const words = ssml
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  const spoken = (words.length * 60_000) / (SYLLABLES_A_MINUTE * (1 + rate / 100));
  return spoken + rests.reduce((sum, ms) => sum + ms, 0);
}
