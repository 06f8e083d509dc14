import { defineEntity, p } from '@mikro-orm/core';
import { UndoStep } from '../../../platform/undo/undo-step.entity.ts';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { Person } from '../../people/persons/person.entity.ts';
import { notificationKinds, notificationObjects, notificationReasons } from './notification.enums.ts';

/** Something that a person is told: once for each cause, however often the cause is handled. */
const NotificationSchema = defineEntity({
  name: 'Notification',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).updateRule('cascade').deleteRule('cascade'),
    /** What made it, such as `booking.moved:ID of the event`. */
    cause: p.string().length(120),
    kind: p.enum(notificationKinds),
    reason: p.enum(notificationReasons),
    objectType: p.enum(notificationObjects),
    objectId: p.uuid(),
    /** The centre that it has to do with, if any. */
    centre: () => p.manyToOne(Centre).nullable().updateRule('cascade').deleteRule('cascade').index(),
    createdAt: p.datetime(),
    /** What it tells of may be taken back until then, and nobody is told before; null where that may not be. */
    dueAt: p.datetime().nullable(),
    /** What takes it back, if somebody can. */
    undo: () => p.manyToOne(UndoStep).nullable().updateRule('cascade').deleteRule('set null').index(),
    /** When its e-mail was handed over; null where there was none. */
    emailedAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['person', 'cause'] }],
  indexes: [{ properties: ['person', 'createdAt', 'id'] }, { properties: ['objectId', 'person'] }],
});
export class Notification extends NotificationSchema.class {}
NotificationSchema.setClass(Notification);
