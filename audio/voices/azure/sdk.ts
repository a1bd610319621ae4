// The SDK, loaded when a first sentence needs it, and one synthesizer of it for one address and key.
// It must never know letters, answers or what is done with either.
import type { SpeechConfig, SpeechSynthesizer } from 'microsoft-cognitiveservices-speech-sdk';
import { type AzureProxy, addressOf } from './settings.ts';

export type Sdk = typeof import('microsoft-cognitiveservices-speech-sdk');

export type Called = {
  key: string;
  region?: string | undefined;
  endpoint?: string | undefined;
  proxy?: AzureProxy | undefined;
};

let loaded: Promise<Sdk> | null = null;

/** Some 200 ms and 30 MB that a house without this voice does not pay. */
export function loadSdk(): Promise<Sdk> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Sdk> {
  const [sdk, { WebsocketMessageAdapter }] = await Promise.all([
    import('microsoft-cognitiveservices-speech-sdk'),
    import(
      'microsoft-cognitiveservices-speech-sdk/distrib/lib/src/common.browser/WebsocketMessageAdapter.js'
    ),
  ]);
  // Node's own WebSocket (from 22 on) tells neither 401 from 429 nor takes headers; the SDK's own does both.
  WebsocketMessageAdapter.forceNpmWebSocket = true;
  // Recognisers alone send telemetry, and none is made here; off all the same.
  sdk.Recognizer.enableTelemetry(false);
  return sdk;
}

export function synthesizerFor(sdk: Sdk, called: Called): SpeechSynthesizer {
  const config = configFor(sdk, called);
  const { proxy } = called;
  config.speechSynthesisOutputFormat = sdk.SpeechSynthesisOutputFormat.Raw24Khz16BitMonoPcm;
  if (proxy !== undefined)
    config.setProxy(proxy.host, proxy.port, proxy.user ?? '', proxy.password ?? '');
  return new sdk.SpeechSynthesizer(config, null);
}

const STANDARD_PATH = '/tts/cognitiveservices/websocket/v1';

function configFor(sdk: Sdk, { key, region, endpoint }: Called): SpeechConfig {
  const address = endpoint === undefined ? null : addressOf(endpoint);
  if (address === null) return sdk.SpeechConfig.fromSubscription(key, region ?? '');
  // As an endpoint the SDK would first ask it for a redirection, by a request that goes past the proxy.
  const standard = ['', '/', STANDARD_PATH].includes(address.pathname);
  return standard
    ? sdk.SpeechConfig.fromHost(address, key)
    : sdk.SpeechConfig.fromEndpoint(address, key);
}
