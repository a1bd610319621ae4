// Holds every request to its schema, naming the first field that does not exist before anything else is looked at.
// It must never know routes, nor what a field means.
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify';
import type { TSchema } from 'typebox';

/**
 * The library goes through every field that does not exist before it says so: a second for 3 MB of
 * them, in which nothing else is answered. One such field is enough to refuse.
 */
export const checkRequests: FastifySchemaCompiler<TSchema> = (route) => {
  const check = TypeBoxValidatorCompiler(route);
  if (route.httpPart !== 'body') return check;
  return (body: unknown) => {
    const unknown = unknownField(route.schema as Shape, body, '');
    return unknown === null ? check(body) : { error: [unknown] as unknown as Error };
  };
};

type Shape = {
  properties?: Record<string, Shape>;
  additionalProperties?: unknown;
  items?: Shape;
};

/** Through objects and lists; a union's own check finds what is wrong with a union. */
function unknownField(
  shape: Shape,
  value: unknown,
  place: string,
): FastifySchemaValidationError | null {
  if (typeof value !== 'object' || value === null) return null;
  const { properties, items } = shape;
  if (Array.isArray(value)) return items === undefined ? null : inList(items, value, place);
  if (properties === undefined) return null;
  for (const key in value) {
    const field = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (field === undefined && shape.additionalProperties === false) return named(key, place);
    const found = field && unknownField(field, value[key as never], `${place}/${key}`);
    if (found) return found;
  }
  return null;
}

function inList(items: Shape, list: unknown[], place: string) {
  for (const [n, one] of list.entries()) {
    const found = unknownField(items, one, `${place}/${n}`);
    if (found) return found;
  }
  return null;
}

function named(key: string, instancePath: string): FastifySchemaValidationError {
  return {
    keyword: 'additionalProperties',
    instancePath,
    schemaPath: '#/additionalProperties',
    params: { additionalProperties: [key] },
    message: 'there is no such field',
  };
}
