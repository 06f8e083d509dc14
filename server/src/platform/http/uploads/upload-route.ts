import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { badInput, DomainError, type ErrorCode } from '../../../shared/errors.ts';
import { localAddress } from '../../../shared/text/local-address.rules.ts';
import type { Context } from '../../context/context.ts';
import { presentError } from '../../graphql/present-error.ts';
import { locales } from '../../i18n/locale.rules.ts';
import { mayOpenSocket } from '../websocket/origin.rules.ts';
import { type AdmittedUploads, admitUploads } from './upload-queue.ts';

/** What came with a form. */
export interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: { readonly bytes: Uint8Array; readonly type: string };
}

/**
 * An address to which forms send one file, beside fields of text; a module lists it. Whether the asker may is decided by
 * the query alone, before a byte of the body is read. Browsers without scripts are sent on to the page that `then` names.
 */
export interface UploadRoute<Admission = unknown> {
  readonly path: `/files${string}`;
  /** In bytes. */
  readonly largest: number;
  /** Throws what the asker is told, or answers what `receive` needs. */
  readonly admit: (ctx: Context, query: Readonly<Record<string, string>>) => Promise<Admission>;
  /** Keeps the file; its answer is sent as JSON. */
  readonly receive: (ctx: Context, admission: Admission, upload: Upload) => Promise<object>;
}

export const defineUpload = <Admission>(route: UploadRoute<Admission>): UploadRoute => route as unknown as UploadRoute;

interface UploadParts {
  readonly routes: readonly UploadRoute[];
  readonly contextOf: (request: FastifyRequest) => Promise<Context>;
  readonly log: Logger;
  readonly origin: string;
  readonly development: boolean;
}

/** Carries what a browser without scripts is to be told on the page that it is sent to. */
export const outcomeCookie = 'talka-upload';
const longestField = 4000;

/** Serves the routes of the modules that take files. */
export function mountUploads(http: FastifyInstance, parts: UploadParts): void {
  const queue = admitUploads();
  void http.register(async (scope) => {
    await scope.register(multipart, {
      limits: { files: 1, fields: 12, fieldNameSize: 40, fieldSize: longestField, parts: 13 },
    });
    for (const route of parts.routes) {
      scope.post(route.path, { config: { takesFiles: true } }, (request, reply) =>
        answer(route, { ...parts, queue }, request, reply),
      );
    }
  });
}

async function answer(
  route: UploadRoute,
  parts: UploadParts & { queue: AdmittedUploads },
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const query = given(request.query as Record<string, unknown>);
  const fields: Record<string, string> = {};
  const goOn = request.headers.accept?.includes('text/html') ? localAddress(query.then ?? '') : undefined;
  reply.header('cache-control', 'no-store');
  const asked = await parts.contextOf(request);
  const ctx = { ...asked, locale: locales.find((each) => each === query.locale) ?? asked.locale };
  try {
    const { origin, host } = request.headers;
    if (!mayOpenSocket({ origin, host }, parts.origin, parts.development)) throw new DomainError('FORBIDDEN');
    const admission = await route.admit(ctx, query);
    const kept = await parts.queue(async () => {
      const file = await readFile(request, fields, route.largest);
      return route.receive(ctx, admission, { fields, file });
    });
    return goOn === undefined ? reply.send({ data: kept }) : reply.code(303).header('location', goOn).send();
  } catch (error) {
    const { message, extensions = {} } = presentError(error, ctx.locale, parts.log);
    if (goOn === undefined) return reply.code(statusOf(extensions.code)).send({ errors: [{ message, extensions }] });
    const told = { problem: { message, ...extensions }, typed: fields };
    return reply.header('set-cookie', outcomeOf(told)).code(303).header('location', goOn).send();
  }
}

/** What was named once; a name that stands twice says nothing. */
const given = (query: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

/** Reads the fields into `fields` and the one file into memory, where alone it is. Throws BAD_INPUT on `file`. */
async function readFile(request: FastifyRequest, fields: Record<string, string>, largest: number) {
  const refused = (key: 'pictures.tooLarge' | 'pictures.empty' | 'pictures.noForm') =>
    badInput([{ field: 'file', message: { key, parameters: { megabytes: largest / 1024 / 1024 } } }]);
  if (!request.isMultipart()) throw refused('pictures.noForm');
  if (Number(request.headers['content-length'] ?? 0) > largest + 64 * 1024) throw refused('pictures.tooLarge');
  const pieces: Buffer[] = [];
  let type = '';
  let size = 0;
  try {
    for await (const part of request.parts({ limits: { fileSize: largest + 1 } })) {
      if (part.type === 'field') {
        fields[part.fieldname] = String(part.value);
        continue;
      }
      type = part.mimetype;
      for await (const piece of part.file as AsyncIterable<Buffer>) {
        size += piece.length;
        if (size <= largest) pieces.push(piece);
      }
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw refused('pictures.tooLarge');
    if (((error as { statusCode?: number }).statusCode ?? 500) < 500) throw refused('pictures.noForm');
    throw error;
  }
  if (size > largest) throw refused('pictures.tooLarge');
  if (size === 0) throw refused('pictures.empty');
  return { bytes: Buffer.concat(pieces), type };
}

/** What was typed is left out where it is more than a cookie holds. */
function outcomeOf({ problem, typed }: { problem: object; typed: Readonly<Record<string, string>> }): string {
  const [whole = '', short = ''] = [typed, {}].map((kept) =>
    Buffer.from(JSON.stringify({ problem, typed: kept })).toString('base64url'),
  );
  return `${outcomeCookie}=${whole.length < 3500 ? whole : short}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`;
}

const statuses: Partial<Record<ErrorCode, number>> = {
  SIGN_IN_REQUIRED: 401,
  EMAIL_NOT_VERIFIED: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  STALE_VERSION: 409,
  TOO_MANY_REQUESTS: 429,
  TRY_LATER: 503,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};
const statusOf = (code: unknown): number => statuses[code as ErrorCode] ?? 400;
