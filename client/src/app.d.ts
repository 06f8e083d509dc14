import type { ErrorCode } from '#lib/api/errors.ts';
import type { InProcessApi } from '#lib/api/in-process-api.server.ts';
import type { Api } from '#lib/api/load.server.ts';
import type { Theme } from '#lib/features/layout/theme.ts';
import type { Locale } from '#lib/i18n/locale.ts';

declare global {
  interface Window {
    /** What `static/early-drag.js` saw: the last press, and the end of a drag that nobody has taken up yet. */
    earlyDrag?: { from?: PointerEvent; to?: MouseEvent | undefined; taken?: boolean };
  }
  namespace App {
    interface Error {
      code?: ErrorCode | undefined;
      /** What to quote when asking for help about an unexpected error. */
      reference?: string | undefined;
    }
    interface Locals {
      locale: Locale;
      /** The reader's IANA zone, as far as known. */
      zone: string;
      theme: Theme;
      /** The request brings nothing by which anybody could be signed in. */
      anonymous: boolean;
      graphql: Api;
      inProcessApi: InProcessApi;
      /** Cookies that the API set while answering, passed on as they came. */
      apiCookies: string[];
    }
  }
}
