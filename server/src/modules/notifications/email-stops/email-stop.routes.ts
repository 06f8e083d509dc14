import { defineRoute } from '../../../platform/http/route.ts';
import { DomainError } from '../../../shared/errors.ts';
import { turnByToken } from './email-stop.service.ts';

/** The address of `List-Unsubscribe`: mail programs post to it (RFC 8058), people who open it see what it would stop. */
const path = '/api/email-stop/:token';

export const emailStopRoutes = [
  defineRoute({
    method: 'POST',
    path,
    async handle(ctx, { params: { token = '' } }) {
      try {
        await turnByToken(ctx, token, true);
        return { status: 204 };
      } catch (error) {
        if (error instanceof DomainError && error.code === 'NOT_FOUND') return { status: 404 };
        throw error;
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path,
    handle: async ({ origin, locale }, { params: { token = '' } }) => ({
      status: 303,
      headers: { location: `${origin}/${locale}/email-stop/${encodeURIComponent(token)}` },
    }),
  }),
] as const;
