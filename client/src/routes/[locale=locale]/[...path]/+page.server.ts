import { error } from '@sveltejs/kit';

/** Addresses that lead nowhere still get an answer in the reader's language, with the way back. */
export const load = () => error(404, 'Not found', { code: 'NOT_FOUND' });
