import { runImport } from './import/import-command.ts';

process.exitCode = await runImport(process.argv.slice(2), {
  environment: process.env,
  now: new Date(),
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
