import { subscribe } from '#lib/api/live.ts';
import { type FullPost, OnePostChanges, type ReplyShown } from './post-page.ts';

/** One post and its replies as they change while the page is open. */
export class LivePost {
  /** The latest version, where it is later than the page's. */
  later = $state.raw<FullPost>();
  /** It was taken back and can no longer be read anew. */
  withdrawn = $state(false);
  /** Replies since the page was made that are shown. */
  replies = $state.raw<readonly ReplyShown[]>([]);
  /** Replies that wait, as showing them would move what somebody is writing. */
  waiting = $state.raw<readonly ReplyShown[]>([]);
  revoked = $state<string>();

  /** Listens until the returned function is called. `mayMove` says whether a reply may appear at once. */
  follow(postId: string, cursor: string, mayMove: () => boolean, onGap: () => void): () => void {
    Object.assign(this, { later: undefined, withdrawn: false, revoked: undefined, waiting: [], replies: [] });
    return subscribe({
      document: OnePostChanges,
      variables: { postId },
      cursor,
      onUpdate: (update) => {
        if (update.__typename !== 'PostChange') return;
        const { kind, post, reply } = update;
        if (kind === 'WITHDRAWN') this.withdrawn = true;
        else this.later = post;
        if (!reply) return;
        if (mayMove()) this.replies = [...this.replies, reply];
        else this.waiting = [...this.waiting, reply];
      },
      onGap,
      onRevoked: (message) => {
        this.revoked = message;
      },
    });
  }

  /** Shows what waited. */
  show(): void {
    this.replies = [...this.replies, ...this.waiting];
    this.waiting = [];
  }
}
