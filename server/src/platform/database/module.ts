import { InstallationFact } from './installation.entity.ts';

export const database = {
  entities: [InstallationFact],
} as const;
