export const postKinds = ['offer', 'request', 'event', 'discussion'] as const;
export type PostKind = (typeof postKinds)[number];

/** Who may read a post: anyone, signed-in people of the network, or the members of its home centre. */
export const postAudiences = ['public', 'network', 'members'] as const;
export type PostAudience = (typeof postAudiences)[number];

export const postStates = ['open', 'withdrawn'] as const;
export type PostState = (typeof postStates)[number];

/** What an offer gives or a request seeks. */
export const exchangeSubjects = ['equipment', 'space', 'skill', 'material', 'partner'] as const;
export type ExchangeSubject = (typeof exchangeSubjects)[number];

/** On which terms. */
export const exchangeTerms = ['gift', 'swap', 'paid', 'open'] as const;
export type ExchangeTerms = (typeof exchangeTerms)[number];

/** The newest first, or events by the day they start. */
export const postOrders = ['newest', 'soonest'] as const;
export type PostOrder = (typeof postOrders)[number];
