import 'reflect-metadata';
import { startApp } from './app.ts';
import { readConfig } from './config.ts';
import { explainStartFailure } from './start-failure.ts';

/** How long open requests may take to finish once the process is told to stop. */
const stopWithin = 10_000;

try {
  const app = await startApp(readConfig(process.env));
  const stop = () => {
    setTimeout(() => process.exit(1), stopWithin).unref();
    app.close().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  const sentence = explainStartFailure(error);
  console.error(sentence ?? error);
  process.exit(1);
}
