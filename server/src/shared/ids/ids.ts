import { v7, validate } from 'uuid';

/** A new id: UUID version 7, so that ids made later sort later. */
export const newId = (): string => v7();

/** Whether a text may be an id at all; saves asking the database for what it would refuse to parse. */
export const isId = (value: string): boolean => validate(value);
