import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { makeSchema } from '../schema.ts';

/** Writes the schema, sorted, into the folder given: the contract that clients are typed from. */
const [folder = '.'] = process.argv.slice(2);
const schema = makeSchema();
await writeFile(join(folder, 'schema.graphql'), `${printSchema(lexicographicSortSchema(schema))}\n`);
