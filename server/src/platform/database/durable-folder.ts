import fs from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What we use of the file system that PostgreSQL sees inside WebAssembly; a node is one file or directory. */
interface HostedFiles {
  FS: {
    filesystems: {
      NODEFS: {
        stream_ops: {
          fsync?: (stream: OpenFile) => number;
          write(stream: OpenFile, ...rest: unknown[]): number;
        };
        node_ops: {
          mknod(...args: unknown[]): object;
          setattr(node: object, ...rest: unknown[]): void;
          rename(node: object, ...rest: unknown[]): void;
        };
        realPath(node: object): string;
        /** Runs what touches the host and turns its error into one that PostgreSQL understands. */
        tryFSOperation(work: () => void): void;
      };
    };
  };
}

interface OpenFile {
  /** The file on the host; none for a directory. */
  readonly nfd?: number;
  readonly node: object;
}

/**
 * The embedded database's folder on the host. PGlite leaves out `fsync`, so that a power cut may cost the
 * last moments or the whole database; here it reaches the disk, as PostgreSQL expects of it.
 *
 * After a crash PostgreSQL syncs every file there is, thousands of waits for the disk. Where the caller has
 * brought the whole folder there already (`alreadySynced`), files that were not touched since are spared.
 */
export class DurableFolder extends NodeFS {
  readonly #alreadySynced: boolean;

  constructor(folder: string, alreadySynced: boolean) {
    super(folder);
    this.#alreadySynced = alreadySynced;
  }

  override async init(...[pglite, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(pglite, options);
    const { preRun } = result.emscriptenOpts as { preRun: ((module: HostedFiles) => void)[] };
    preRun.push((module) => syncForReal(module, this.#alreadySynced));
    return result;
  }
}

function syncForReal({ FS }: HostedFiles, alreadySynced: boolean): void {
  const host = FS.filesystems.NODEFS;
  const { stream_ops: streams, node_ops: nodes } = host;
  const { write } = streams;
  const { mknod, setattr, rename } = nodes;
  const touched = new WeakSet<object>();
  streams.write = (stream, ...rest) => {
    touched.add(stream.node);
    return write(stream, ...rest);
  };
  nodes.mknod = (...args) => {
    const made = mknod(...args);
    touched.add(made);
    return made;
  };
  nodes.setattr = (node, ...rest) => {
    touched.add(node);
    setattr(node, ...rest);
  };
  nodes.rename = (node, ...rest) => {
    touched.add(node);
    rename(node, ...rest);
  };
  streams.fsync = ({ nfd, node }) => {
    if (nfd === undefined) host.tryFSOperation(() => syncDirectory(host.realPath(node)));
    else if (!alreadySynced || touched.has(node)) host.tryFSOperation(() => fs.fsyncSync(nfd));
    touched.delete(node);
    return 0;
  };
}

function syncDirectory(path: string): void {
  const opened = fs.openSync(path, 'r');
  try {
    fs.fsyncSync(opened);
  } finally {
    fs.closeSync(opened);
  }
}
