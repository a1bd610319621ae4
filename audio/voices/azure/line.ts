// One connection of the SDK: a letter goes out, its sound or its refusal comes back; then the next letter.
// It must never know sentences, pace, how often something is asked, or what a refusal means.
import type { Connection, SpeechSynthesizer } from 'microsoft-cognitiveservices-speech-sdk';
import { SoundError } from '../../errors.ts';
import { type Refusal, SAID } from './faults.ts';
import { type Called, loadSdk, type Sdk, synthesizerFor } from './sdk.ts';
import { createWire, type Wire } from './wire.ts';

export type Answer =
  /** `promisedMs`: how long the service says the sound is; null: it did not say */
  { heard: Int16Array; promisedMs: number | null } | { refusal: Refusal };

export type Question = { ssml: string; silenceMs: number; signal: AbortSignal };

export type Line = {
  /** One at a time. After a refusal or an abort the line is dead. @throws SoundError stopped */
  ask(question: Question): Promise<Answer>;
  dead(): boolean;
  close(): void;
};

export const SAMPLE_RATE_HZ = 24_000;
/** The service ends a turn at ten minutes; whatever sends more is not the service. */
const MAX_SAMPLES = 10.5 * 60 * SAMPLE_RATE_HZ;
/** The service closes a connection nobody uses after some minutes; this side goes first, and tells nobody. */
const IDLE_LIMIT_MS = 45_000;
/** The service counts in 100 ns. */
const TICKS_A_MS = 10_000;

export async function openLine(called: Called): Promise<Line> {
  const sdk = await loadSdk();
  const wire = createWire();
  const synthesizer = wire.run(() => synthesizerFor(sdk, called));
  const connection = sdk.Connection.fromSynthesizer(synthesizer);
  let closed = false;
  let idleTimer: NodeJS.Timeout | undefined;

  function close(): void {
    clearTimeout(idleTimer);
    if (closed) return;
    closed = true;
    // The SDK alone would wait for the other side's goodbye, half a minute from one that hangs.
    synthesizer.close(ignore, ignore);
    wire.cut();
  }
  return {
    async ask(question) {
      clearTimeout(idleTimer);
      wire.wake();
      try {
        const answer = await turn({ sdk, wire, synthesizer, connection, question });
        if ('refusal' in answer) close();
        return answer;
      } catch (failure) {
        close();
        throw failure;
      } finally {
        wire.rest();
        if (!closed) idleTimer = setTimeout(close, IDLE_LIMIT_MS).unref();
      }
    },
    dead: () => closed,
    close,
  };
}

type Turn = {
  sdk: Sdk;
  wire: Wire;
  synthesizer: SpeechSynthesizer;
  connection: Connection;
  question: Question;
};

function turn({ sdk, wire, synthesizer, connection, question }: Turn): Promise<Answer> {
  const { ssml, silenceMs, signal } = question;
  return new Promise((resolve, reject) => {
    let promisedMs: number | null = null;
    let samples = 0;
    let settled = false;
    const quiet = setTimeout(() => refuse(SAID.silent), silenceMs);
    const stop = () => settle(() => reject(new SoundError('stopped', signal.reason)));
    function settle(end: () => void): void {
      if (settled) return;
      settled = true;
      clearTimeout(quiet);
      signal.removeEventListener('abort', stop);
      connection.messageReceived = ignore;
      connection.disconnected = ignore;
      connection.connected = ignore;
      end();
    }
    function refuse(said: string): void {
      const refused = wire.refused() ?? { status: null, retryAfterMs: null };
      settle(() => resolve({ refusal: { said, ...refused } }));
    }
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop);
    connection.connected = () => quiet.refresh();
    // After a normal closing in the middle of an answer the SDK says nothing and waits for ever.
    connection.disconnected = () => setImmediate(refuse, 'Connection closed. 1000');
    connection.messageReceived = ({ message }) => {
      quiet.refresh();
      if (message.isBinaryMessage) samples += (message.binaryMessage?.byteLength ?? 0) / 2;
      else if (message.path === 'audio.metadata') promisedMs ??= promised(message.TextMessage);
      if (samples > MAX_SAMPLES) refuse(SAID.tooLong);
    };
    wire.run(() =>
      synthesizer.speakSsmlAsync(
        ssml,
        ({ reason, audioData, errorDetails }) => {
          if (reason !== sdk.ResultReason.SynthesizingAudioCompleted) refuse(String(errorDetails));
          else settle(() => resolve({ heard: asSamples(audioData), promisedMs }));
        },
        (error) => refuse(String(error)),
      ),
    );
  });
}

/** Half a sample at the end is a cut answer: what is whole of it is handed on to be judged. */
function asSamples(bytes: ArrayBuffer | undefined): Int16Array {
  return new Int16Array(bytes ?? new ArrayBuffer(0), 0, (bytes?.byteLength ?? 0) >> 1);
}

/** The end of the sound as the service counts it; anything else in the message is not our affair. */
function promised(metadata: string): number | null {
  try {
    const { Metadata } = JSON.parse(metadata) as {
      Metadata?: { Type?: unknown; Data?: { Offset?: unknown } }[];
    };
    const end = Metadata?.find(({ Type }) => Type === 'SessionEnd')?.Data?.Offset;
    return typeof end === 'number' ? end / TICKS_A_MS : null;
  } catch {
    return null;
  }
}

function ignore(): void {}
