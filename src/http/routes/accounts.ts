// Routes of accounts and of the audit lines about them.
// It must never know who may grant what: the service decides.

import type { Services } from '../../services/door.ts';
import { type App, actorOf, created } from '../door.ts';
import { AccountList, AccountView, GrantsWish, Invited, NewAccount } from '../schemas/account.ts';
import { AuditList, AuditQuery } from '../schemas/audit.ts';
import { answers, ById } from '../schemas/common.ts';

export function accountRoutes(app: App, services: Services): void {
  app.get(
    '/api/accounts',
    { config: { action: 'account.view' }, schema: { response: answers(200, AccountList) } },
    (request) => ({ accounts: services.accounts.list(actorOf(request)) }),
  );
  app.post(
    '/api/accounts',
    {
      config: { action: 'account.create', secretAnswer: true },
      schema: { body: NewAccount, response: answers(201, Invited) },
    },
    (request, reply) => created(reply, services.accounts.create(actorOf(request), request.body)),
  );
  app.put(
    '/api/accounts/:id/grants',
    {
      config: { action: 'account.grant' },
      schema: { params: ById, body: GrantsWish, response: answers(200, AccountView) },
    },
    (request) =>
      services.accounts.setGrants(actorOf(request), {
        accountId: request.params.id,
        grants: request.body.grants,
      }),
  );
  app.post(
    '/api/accounts/:id/disable',
    {
      config: { action: 'account.disable' },
      schema: { params: ById, response: answers(200, AccountView) },
    },
    (request) => services.accounts.disable(actorOf(request), { accountId: request.params.id }),
  );
}

export function wayBackRoutes(app: App, { accounts }: Services): void {
  app.post(
    '/api/accounts/:id/enable',
    {
      config: { action: 'account.enable' },
      schema: { params: ById, response: answers(200, AccountView) },
    },
    (request) => accounts.enable(actorOf(request), { accountId: request.params.id }),
  );
  app.post(
    '/api/accounts/:id/invitation',
    {
      config: { action: 'account.invite', secretAnswer: true },
      schema: { params: ById, response: answers(201, Invited) },
    },
    (request, reply) =>
      created(reply, accounts.inviteAgain(actorOf(request), { accountId: request.params.id })),
  );
}

export function auditRoutes(app: App, services: Services): void {
  app.get(
    '/api/audit',
    {
      config: { action: 'audit.view' },
      schema: { querystring: AuditQuery, response: answers(200, AuditList) },
    },
    (request) => ({
      lines: services.audit.list(actorOf(request), {
        beforeId: request.query.beforeId ?? null,
        limit: request.query.limit ?? 100,
      }),
    }),
  );
}
