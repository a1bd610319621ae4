// Which screen the address names: the part after #, split at slashes, with its parameters.
// It must never know what a screen shows.
import { signal } from '@preact/signals';

export type Route = { parts: string[]; params: URLSearchParams };

export const route = signal<Route>(read(location.hash));

addEventListener('hashchange', () => {
  route.value = read(location.hash);
});

export function go(path: string): void {
  location.hash = path;
}

export function read(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return { parts: path.split('/').filter(Boolean), params: new URLSearchParams(query) };
}
