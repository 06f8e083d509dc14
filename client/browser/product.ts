import { inject } from 'vitest';
import type { Product } from './serving.ts';

/** The product that this worker's files use. */
export const product = inject('products')[Number(process.env.VITEST_POOL_ID) - 1] as Product;
