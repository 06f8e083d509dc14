import { gather } from './modules.ts';

/** Every table of the platform. */
export const entities = gather('entities');
