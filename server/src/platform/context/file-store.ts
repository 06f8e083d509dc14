/** Where files are kept that people gave: a folder, or a bucket. Whoever writes chooses keys that tell the content. */
export interface FileStore {
  /** Keeps bytes under a key; a key that is there already is written again. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes of a key; undefined where there are none. */
  get(key: string): Promise<Uint8Array | undefined>;
  has(key: string): Promise<boolean>;
  /** Deletes a key; one that is not there is no fault. */
  delete(key: string): Promise<void>;
  /** Every key that begins so, in no order. */
  list(prefix?: string): AsyncIterable<string>;
}
