// The description of the API, made from the same schemas the routes enforce, and a page to browse it.
// It must never know a route by name.
import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import type { FastifyContextConfig, FastifySchema } from 'fastify';
import { isPublic } from '../domain/rights.ts';
import type { App } from './door.ts';
import { COOKIE } from './session.ts';

export async function describeApi(app: App, version: string): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Vang Xa',
        version,
        description: 'From a legal text to a verdict for every loudspeaker.',
        license: { name: 'GPL-3.0-or-later', identifier: 'GPL-3.0-or-later' },
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: COOKIE },
          csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
        },
      },
    },
    transform: ({ schema, url, route }) => ({
      url,
      schema: describe(schema, route.config ?? {}, String(route.method)),
    }),
  });
}

/**
 * Each route says in the description who may ask it, from the very action that is enforced; and what
 * a repeated request gets: `done-already` instead of a secret, or the act itself again.
 */
function describe(schema: FastifySchema | undefined, config: FastifyContextConfig, verb: string) {
  const { action, secretAnswer, again } = config;
  const isRead = verb === 'GET' || verb === 'HEAD';
  const security =
    action !== undefined && isPublic(action)
      ? []
      : [isRead ? { session: [] } : { session: [], csrf: [] }];
  return {
    ...{ ...schema, security },
    ...(action === undefined ? {} : { 'x-action': action }),
    ...(secretAnswer === undefined ? {} : { 'x-secret-answer': secretAnswer }),
    ...(again === undefined ? {} : { 'x-again': again }),
  };
}

export async function browseApi(app: App): Promise<void> {
  app.get('/api/openapi.json', { config: { action: 'page.view' }, schema: { hide: true } }, () =>
    app.swagger(),
  );
  await app.register(async (docs) => {
    docs.addHook('onRoute', (route) => {
      route.config = { ...route.config, action: 'page.view' };
    });
    await docs.register(fastifySwaggerUi, {
      routePrefix: '/api/docs',
      theme: { title: 'Vang Xa API' },
      uiConfig: { docExpansion: 'list', validatorUrl: null },
    });
  });
}
