// Refuses to start while any route, even a plugin's own, names no action of the rights table.
// It must never know which routes there are.
import type { RouteOptions } from 'fastify';
import { ACTIONS } from '../domain/rights.ts';
import type { App } from './door.ts';

/** Call before the first route is added; what later hooks put into a route's config counts too. */
export function demandActions(app: App): void {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  app.addHook('onReady', async () => {
    const nameless = routes.filter(({ config }) => !isAction(config?.action));
    if (nameless.length === 0) return;
    const names = nameless.map(({ method, url }) => `${method} ${url}`);
    throw new Error(`routes without an action of the rights table: ${names.join(', ')}`);
  });
}

const isAction = (name: unknown): boolean => (ACTIONS as readonly unknown[]).includes(name);
