import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { makeSchema } from './schema.ts';

/** Writes the schema, sorted, to the path given: the contract that clients are typed from. */
const [path] = process.argv.slice(2);
const text = `${printSchema(lexicographicSortSchema(makeSchema()))}\n`;
if (path) await writeFile(path, text);
else process.stdout.write(text);
