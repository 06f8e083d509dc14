/** A table that says something about a person. */
export interface PersonalTable {
  /** Its columns that name the person. */
  readonly named: readonly string[];
  /** Its columns that open accounts and so stay out of what a person downloads. */
  readonly secret: readonly string[];
  /**
   * What the person did to rows of somebody else, such as answering their request: the columns that name whoever did
   * it, and those that tell what was done without telling of the other.
   */
  readonly acts?: { readonly by: readonly string[]; readonly shows: readonly string[] };
}

/**
 * Every table that says something about a person, and so belongs into their copy of their data. A test compares
 * this with the database, so that a new table cannot be forgotten.
 */
export const personalTables = {
  person: { named: ['id'], secret: [] },
  session: { named: ['person_id'], secret: ['token'] },
  account: { named: ['person_id'], secret: ['password', 'access_token', 'refresh_token', 'id_token'] },
  passkey: { named: ['person_id'], secret: ['public_key', 'credential_id'] },
  second_factor: { named: ['person_id'], secret: ['secret', 'backup_codes'] },
  membership: {
    named: ['person_id'],
    secret: [],
    acts: { by: ['ended_by_id'], shows: ['id', 'centre_id', 'valid_until', 'end_reason'] },
  },
  join_request: {
    named: ['person_id'],
    secret: [],
    acts: { by: ['decided_by_id'], shows: ['id', 'centre_id', 'state', 'reason', 'decided_at'] },
  },
  mandate: { named: ['person_id'], secret: [] },
  city_coordinator: { named: ['person_id'], secret: [] },
  hold: { named: ['person_id'], secret: ['token_hash'] },
  booking: {
    named: ['booker_id'],
    secret: [],
    acts: {
      by: ['ending_person_id', 'checked_in_by_id'],
      shows: ['id', 'equipment_id', 'state', 'checked_in_at', 'ending_by', 'ending_reason', 'ending_at'],
    },
  },
  equipment_steward: { named: ['person_id'], secret: [] },
  problem: {
    named: ['reporter_id'],
    secret: [],
    acts: { by: ['assignee_id'], shows: ['id', 'unit_id', 'kind', 'state', 'reported_at', 'closed_at'] },
  },
  problem_step: { named: ['person_id'], secret: [] },
  post: { named: ['author_id'], secret: [] },
  post_revision: { named: ['replaced_by_id'], secret: [] },
  reply: { named: ['author_id'], secret: [] },
  notification: { named: ['person_id'], secret: [] },
  email_stop: { named: ['person_id'], secret: ['token'] },
  undo_step: { named: ['person_id'], secret: [] },
  picture_use: { named: ['added_by_id'], secret: [] },
  idempotency_key: { named: ['person_id'], secret: [] },
  closure: { named: ['created_by_id'], secret: [] },
  offer: { named: ['person_id'], secret: [] },
  impact_decision: { named: ['decided_by_id'], secret: [] },
  audit_entry: {
    named: ['person_id'],
    secret: [],
    acts: { by: ['actor_id'], shows: ['id', 'at', 'kind', 'centre_id', 'object_type', 'object_id'] },
  },
  logged_event: { named: ['actor_id'], secret: ['xid'] },
} as const satisfies Record<string, PersonalTable>;

/** The columns of each table that name a person. */
export const namingColumns = ({ named, acts }: PersonalTable): readonly string[] => [...named, ...(acts?.by ?? [])];

export type PersonalTableName = keyof typeof personalTables;

export const personalTableNames = Object.keys(personalTables) as PersonalTableName[];

/** What becomes of a person's posts and replies when the account is erased. */
export const postFates = ['keep', 'remove'] as const;
export type PostFate = (typeof postFates)[number];

/** A pattern that finds a text as it is, whatever signs stand in it; for PostgreSQL's regular expressions. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
