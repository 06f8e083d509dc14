import fs from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What we use of the file system that PostgreSQL sees inside WebAssembly. */
interface HostedFiles {
  FS: {
    filesystems: {
      NODEFS: {
        stream_ops: { fsync?: (stream: OpenFile) => number };
        realPath(node: unknown): string;
        /** Runs what touches the host and turns its error into one that PostgreSQL understands. */
        tryFSOperation(work: () => void): void;
      };
    };
  };
}

interface OpenFile {
  /** The file on the host; none for a directory. */
  readonly nfd?: number;
  readonly node: unknown;
}

/**
 * The embedded database's folder on the host. PGlite leaves out `fsync`, so that a power cut may cost the
 * last moments or the whole database; here it reaches the disk, as PostgreSQL expects of it.
 */
export class DurableFolder extends NodeFS {
  override async init(...[pglite, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(pglite, options);
    const { preRun } = result.emscriptenOpts as { preRun: ((module: HostedFiles) => void)[] };
    preRun.push(({ FS }) => {
      const host = FS.filesystems.NODEFS;
      host.stream_ops.fsync = ({ nfd, node }) => {
        host.tryFSOperation(() => (nfd === undefined ? syncDirectory(host.realPath(node)) : fs.fsyncSync(nfd)));
        return 0;
      };
    });
    return result;
  }
}

function syncDirectory(path: string): void {
  const opened = fs.openSync(path, 'r');
  try {
    fs.fsyncSync(opened);
  } finally {
    fs.closeSync(opened);
  }
}
