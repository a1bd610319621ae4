// Routes of logs and figures, their files, schemes and deadlines, and of what is written down of an area.
// It must never know how anything is summed.
import { Readable } from 'node:stream';
import type { Services } from '../../services/door.ts';
import { attachment } from '../attachment.ts';
import { type App, actorOf, created } from '../door.ts';
import { Area, AreaEdit } from '../schemas/area.ts';
import { answers, ById } from '../schemas/common.ts';
import {
  ByArea,
  ByKind,
  DeadlineList,
  DeadlineWish,
  NewScheme,
  RecordFileQuery,
  RecordPage,
  RecordQuery,
  Scheme,
  SchemeEdit,
  SchemeList,
  SchemesWish,
} from '../schemas/record.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export function recordRoutes(app: App, { records }: Services): void {
  app.get(
    '/api/records/deadlines',
    {
      config: { action: 'record.view' },
      schema: { querystring: ByArea, response: answers(200, DeadlineList) },
    },
    (request) => records.deadlines(actorOf(request), request.query),
  );
  app.put(
    '/api/records/deadlines',
    {
      config: { action: 'deadline.set' },
      schema: { body: DeadlineWish, response: answers(200, DeadlineList) },
    },
    (request) => records.setDeadlines(actorOf(request), request.body),
  );
  app.get(
    '/api/records/:kind',
    {
      config: { action: 'record.view' },
      schema: { params: ByKind, querystring: RecordQuery, response: answers(200, RecordPage) },
    },
    (request) => records.page(actorOf(request), { ...request.params, ...request.query }),
  );
  app.get(
    '/api/records/:kind/file',
    {
      config: { action: 'record.view' },
      schema: {
        description: 'the same as a file: CSV however long it is, PDF or Word of up to 400 rows',
        params: ByKind,
        querystring: RecordFileQuery,
      },
    },
    async (request, reply) => {
      const { format, ...asked } = request.query;
      const wish = { ...request.params, ...asked };
      reply.type(TYPES[format]).header('cache-control', 'no-store');
      if (format === 'csv') {
        const { name, text } = records.csv(actorOf(request), wish);
        reply.header('content-disposition', attachment(name));
        return reply.send(Readable.from(text));
      }
      const { name, bytes } = await records.sheet(actorOf(request), { ...wish, format });
      reply.header('content-disposition', attachment(name));
      return reply.send(bytes);
    },
  );
}

export function schemeRoutes(app: App, { schemes, areaEdits }: Services): void {
  app.get(
    '/api/schemes',
    { config: { action: 'scheme.view' }, schema: { response: answers(200, SchemeList) } },
    (request) => ({ schemes: schemes.list(actorOf(request)) }),
  );
  app.post(
    '/api/schemes',
    {
      config: { action: 'scheme.create' },
      schema: { body: NewScheme, response: answers(201, Scheme) },
    },
    (request, reply) => created(reply, schemes.create(actorOf(request), request.body)),
  );
  app.put(
    '/api/schemes/:id',
    {
      config: { action: 'scheme.edit' },
      schema: { params: ById, body: SchemeEdit, response: answers(200, Scheme) },
    },
    (request) => schemes.edit(actorOf(request), { schemeId: request.params.id, ...request.body }),
  );
  app.get(
    '/api/bulletins/:id/schemes',
    {
      config: { action: 'bulletin.view' },
      schema: { params: ById, response: answers(200, SchemeList) },
    },
    (request) => ({
      schemes: schemes.ofBulletin(actorOf(request), { bulletinId: request.params.id }),
    }),
  );
  app.put(
    '/api/bulletins/:id/schemes',
    {
      config: { action: 'bulletin.schemes' },
      schema: { params: ById, body: SchemesWish, response: answers(200, SchemeList) },
    },
    (request) => ({
      schemes: schemes.setOfBulletin(actorOf(request), {
        bulletinId: request.params.id,
        ...request.body,
      }),
    }),
  );
  app.put(
    '/api/areas/:id',
    {
      config: { action: 'area.edit' },
      schema: { params: ById, body: AreaEdit, response: answers(200, Area) },
    },
    (request) => areaEdits.edit(actorOf(request), { areaId: request.params.id, ...request.body }),
  );
}
