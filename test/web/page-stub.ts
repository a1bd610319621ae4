// The few things of a browser that the screens' own modules touch when they are loaded in Node.
// It must never stand in for a browser: what is seen and pressed is tried in Chromium.
export type FakeSource = {
  url: string;
  readyState: number;
  onopen: () => void;
  onerror: () => void;
  listeners: Map<string, (event: { data: string }) => void>;
  closed: boolean;
};
export const sources: FakeSource[] = [];
export const kept = new Map<string, string>();

class Source {
  static CLOSED = 2;
  readyState = 1;
  closed = false;
  listeners: FakeSource['listeners'] = new Map();
  onopen = () => {};
  onerror = () => {};
  url: string;
  constructor(url: string) {
    this.url = url;
    sources.push(this);
  }
  addEventListener(kind: string, listener: (event: { data: string }) => void) {
    this.listeners.set(kind, listener);
  }
  close() {
    this.closed = true;
  }
}

const storage = {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
  removeItem: (name: string) => void kept.delete(name),
};
Object.assign(globalThis, {
  document: { documentElement: { lang: '' } },
  location: { hash: '' },
  addEventListener: () => undefined,
  localStorage: storage,
  EventSource: Source,
});
