import type { TypedDocumentNode } from '@urql/core';
import type { Client } from 'graphql-ws';
import { keepPlace, readPlace } from '#lib/api/live/places.ts';
import { type News, openStream, receive, refuse, type Update, waitBefore } from '#lib/api/live/stream.rules.ts';
import { pause } from './live/pause.ts';

/** What a page listens to. The document has one root field and takes the cursor as `$after`. */
export interface Listening<Data, Variables> {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables?: Omit<Variables, 'after'>;
  /**
   * The cursor that came with the page, whose content is of that moment; what happened since is told first.
   * Without one, the stream goes on from the place that it had in this tab, also before the page was reloaded.
   */
  readonly cursor: string | undefined;
  onUpdate(update: Data[keyof Data]): void;
  /** Too much was missed: load the page anew. */
  onGap(): void;
  /** The right to listen is gone. */
  onRevoked?(message: string): void;
}

let socket: Promise<Client> | undefined;
/** The page itself comes first; what happens meanwhile comes behind the cursor. */
const pageFirst = 1_000;

/**
 * The socket speaks for whoever opened it: once somebody signed in or out on the page it is opened anew, and every
 * stream goes on behind its last message.
 */
export async function listenAsNow(): Promise<void> {
  (await socket)?.terminate();
}

/** A document in the built pages, where its id stands for it. */
const idOf = (document: object) => (document as { documentId?: string }).documentId;

/** What stands for a document on the socket: its id, or its text while the pages are developed. */
async function sent(document: TypedDocumentNode<unknown, never>): Promise<string> {
  if (import.meta.env.DEV) return (await import('@0no-co/graphql.web')).print(document);
  return idOf(document) ?? '';
}

/** Listens until the returned function is called. Call it in `$effect` or `onMount`; it does nothing on the server. */
export function subscribe<Data, Variables>(listening: Listening<Data, Variables>): () => void {
  type U = Data[keyof Data] & Update;
  const { document, variables = {} } = listening;
  const name = (idOf(document) ?? JSON.stringify(document.definitions)) + JSON.stringify(variables);
  let stream = openStream(listening.cursor ?? readPlace(name));
  let stop: (() => void) | undefined;
  let stopped = false;
  let attempt = 0;

  const tell = (news: News<U>) => {
    if (stream.cursor) keepPlace(name, stream.cursor);
    if (news.kind === 'update') listening.onUpdate(news.update);
    if (news.kind === 'gap') listening.onGap();
    if (news.kind === 'revoked') listening.onRevoked?.(news.message);
  };

  async function listen() {
    socket ??= pause(pageFirst)
      .then(() => import('./live/socket.ts'))
      .then(({ openSocket }) => openSocket());
    const [client, query] = await Promise.all([socket, sent(document)]);
    if (stopped) return;
    const again = async () => {
      if (stopped || stream.ended) return;
      await pause(waitBefore(attempt++, Math.random()));
      if (!stopped) await listen();
    };
    const payload = {
      query,
      // Read each time the socket opens, so that a new connection resumes behind the last message.
      get variables() {
        return { ...variables, after: stream.cursor ?? null };
      },
    };
    stop = client.subscribe<Record<string, U>>(payload, {
      next({ data, errors }) {
        const [update] = Object.values(data ?? {});
        if (stopped || !update) return void (errors && fail(errors));
        attempt = 0;
        const received = receive(stream, update);
        stream = received.stream;
        tell(received.news);
        if (stream.ended) stop?.();
      },
      error: (problem) => {
        fail(problem);
        void again();
      },
      complete: () => void again(),
    });
  }

  const fail = (problem: unknown) => {
    const [first] = Array.isArray(problem) ? problem : [];
    const refused = refuse(stream, String(first?.extensions?.code ?? 'INTERNAL'), String(first?.message ?? ''));
    stream = refused.stream;
    tell(refused.news);
  };

  void listen();
  return () => {
    stopped = true;
    stop?.();
  };
}
