import 'reflect-metadata';
import { startApp } from './app.ts';
import { readConfig } from './config.ts';
import { explainStartFailure } from './start-failure.ts';

/** How long open requests may take to finish once the process is told to stop. */
const stopWithin = 10_000;

try {
  const starting = startApp(readConfig(process.env));
  // A process told to stop while it still starts finishes that first, so that its folder is closed in order.
  const stop = () => {
    setTimeout(() => process.exit(1), stopWithin).unref();
    starting
      .then((app) => app.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await starting;
} catch (error) {
  const sentence = explainStartFailure(error);
  console.error(sentence ?? error);
  process.exit(1);
}
