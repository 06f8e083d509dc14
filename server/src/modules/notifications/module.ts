import { notificationConsumers } from './consumers.ts';
import { EmailStop } from './email-stops/email-stop.entity.ts';
import { EmailStopResolver } from './email-stops/email-stop.resolver.ts';
import { emailStopRoutes } from './email-stops/email-stop.routes.ts';
import { notificationLetters } from './letters/letter.job.ts';
import { Notification } from './notices/notification.entity.ts';
import { bookingReminders } from './reminders/booking-reminders.job.ts';

export const notifications = {
  resolvers: [EmailStopResolver],
  entities: [Notification, EmailStop],
  queues: [notificationLetters, bookingReminders],
  consumers: notificationConsumers,
  routes: emailStopRoutes,
} as const;
