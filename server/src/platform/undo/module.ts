import { UndoStep } from './undo-step.entity.ts';
import { oldUndoSteps } from './undo-step.job.ts';

export const undo = { entities: [UndoStep], queues: [oldUndoSteps] } as const;
