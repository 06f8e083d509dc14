import { defineEnvVars } from '@sveltejs/kit/env';

export const variables = defineEnvVars({
  API_URL: {
    description: 'Where the API answers while the pages run on their own in development.',
    schema: (value) => value ?? 'http://localhost:4000',
  },
});
