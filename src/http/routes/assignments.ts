// Routes of "Giao và đôn đốc": what the province gives, what communes answer, who is reminded.
// It must never know who is behind, nor what counts as aired.
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created } from '../door.ts';
import {
  AcceptWish,
  AssignmentList,
  AssignmentsQuery,
  AssignmentView,
  DeclineWish,
  ExtendWish,
  NewAssignment,
  Reminded,
} from '../schemas/assignment.ts';
import { answers, ById } from '../schemas/common.ts';
import { PrecedenceList, PrecedenceQuestion, PrecedenceWish } from '../schemas/precedence.ts';

/** A screenful; the counts of each cost a pass over its communes. */
const PAGE = 25;

export function assignmentRoutes(app: App, { assignments }: Services): void {
  app.get(
    '/api/assignments',
    {
      config: { action: 'assignment.view' },
      schema: { querystring: AssignmentsQuery, response: answers(200, AssignmentList) },
    },
    (request) => {
      const { beforeId = null, limit = PAGE } = request.query;
      return { assignments: assignments.list(actorOf(request), { beforeId, limit }) };
    },
  );
  app.get(
    '/api/assignments/:id',
    {
      config: { action: 'assignment.view' },
      schema: { params: ById, response: answers(200, AssignmentView) },
    },
    (request) => assignments.get(actorOf(request), { assignmentId: request.params.id }),
  );
  givingRoutes(app, assignments);
  answerRoutes(app, assignments);
}

function givingRoutes(app: App, assignments: Services['assignments']): void {
  const config = { action: 'assignment.give' } as const;
  app.post(
    '/api/assignments',
    { config, schema: { body: NewAssignment, response: answers(201, AssignmentView) } },
    (request, reply) => created(reply, assignments.give(actorOf(request), request.body)),
  );
  app.post(
    '/api/assignments/:id/remind',
    { config, schema: { params: ById, response: answers(200, Reminded) } },
    (request) => assignments.remind(actorOf(request), { assignmentId: request.params.id }),
  );
  app.post(
    '/api/assignments/:id/withdraw',
    { config, schema: { params: ById, response: answers(200, AssignmentView) } },
    (request) => assignments.withdraw(actorOf(request), { assignmentId: request.params.id }),
  );
  app.post(
    '/api/assignments/:id/extend',
    {
      config,
      schema: { params: ById, body: ExtendWish, response: answers(200, AssignmentView) },
    },
    (request) => {
      const assignmentId = request.params.id;
      return assignments.extend(actorOf(request), { assignmentId, ...request.body });
    },
  );
}

function answerRoutes(app: App, assignments: Services['assignments']): void {
  const config = { action: 'assignment.answer' } as const;
  app.post(
    '/api/assignments/:id/accept',
    {
      config,
      schema: { params: ById, body: AcceptWish, response: answers(200, AssignmentView) },
    },
    (request) => {
      const assignmentId = request.params.id;
      return assignments.accept(actorOf(request), { assignmentId, ...request.body });
    },
  );
  app.post(
    '/api/assignments/:id/decline',
    {
      config,
      schema: { params: ById, body: DeclineWish, response: answers(200, AssignmentView) },
    },
    (request) => {
      const assignmentId = request.params.id;
      return assignments.decline(actorOf(request), { assignmentId, ...request.body });
    },
  );
}

/** Which of colliding priority items is first (Thông tư 39/2020): the commune's people say. */
export function precedenceRoutes(app: App, { precedence }: Services): void {
  app.get(
    '/api/precedence',
    { config: { action: 'plan.view' }, schema: { response: answers(200, PrecedenceList) } },
    (request) => ({ questions: precedence.list(actorOf(request)) }),
  );
  app.put(
    '/api/precedence',
    {
      config: { action: 'precedence.set' },
      schema: { body: PrecedenceWish, response: answers(200, PrecedenceQuestion) },
    },
    (request) => precedence.choose(actorOf(request), request.body),
  );
}
