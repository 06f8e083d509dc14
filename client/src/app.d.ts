import type { ErrorCode } from '#lib/graphql/errors.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Api } from '#lib/server/api.ts';
import type { Basis, TalkaGateway } from '#lib/server/gateway.ts';
import type { Theme } from '#lib/ui/theme.ts';

declare global {
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
      /**
       * Said by a page's `load`: all that it shows follows from its address, the reader's language, theme and zone,
       * and from answers of the API; not from the time, nor from cookies or headers.
       */
      keepable: boolean;
      /** What the answers of the API were made of, each; undefined where an answer is not kept. */
      bases: (Basis | undefined)[];
      /** Nobody is signed in: the page is read, mostly. */
      visiting: boolean;
      graphql: Api;
      gateway: TalkaGateway;
      /** Cookies that the API set while answering, passed on as they came. */
      apiCookies: string[];
    }
  }
}
