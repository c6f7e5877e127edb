// Runs the command line in an in-memory file system and captures its output, its exit code and the files it writes.

import type { Io } from '../../server/cli/io';
import { main } from '../../server/cli/main';
import type { HostCatalog } from '../../server/hosts/catalog/host-catalog';
import type { FileText } from '../../server/text/file-text';
import { verbatim } from '../../server/text/message';
import { memoryFileSystem } from '../../server/world/memory';
import { catalog } from './catalog';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly json: unknown;
  readonly file: (path: string) => string | undefined;
}

/** The user at the terminal, if there is one. */
export interface Person {
  /** The user's answers, in order; the input then ends. */
  readonly answers?: readonly string[];
  readonly columns?: number;
  readonly color?: boolean;
  readonly git?: Io['git'];
  readonly results?: Io['results'];
  readonly now?: Io['now'];
  /** Whether the current working directory has been deleted. */
  readonly isNowhere?: boolean;
  /** A file that exists but cannot be read. */
  readonly unreadable?: string;
}

export interface RunOptions extends Person {
  /** The known hosts. Default: all. */
  readonly catalog?: HostCatalog;
}

export function running(
  files: Readonly<Record<string, string>>,
  argv: readonly string[],
  stdin = '',
  person?: RunOptions,
): Ran {
  const memory = memoryFileSystem(files);
  const world = {
    ...memory,
    catalog: person?.catalog ?? catalog,
    ...(person?.isNowhere && { cwd: '' }),
    read: (path: string): FileText => {
      if (path === person?.unreadable)
        return { problem: 'unreadable', message: verbatim(`${path} may not be read`) };
      return memory.read(path);
    },
  };
  const answers = person?.answers?.values();
  let out = '';
  let err = '';
  const code = main(argv, {
    world,
    io: {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      stdin: () => stdin,
      color: person?.color ?? false,
      ...(person?.columns !== undefined && { columns: person.columns }),
      ...(person?.git && { git: person.git }),
      ...(person?.results && { results: person.results }),
      ...(person?.now && { now: person.now }),
      ...(answers && {
        ask: (question) => {
          err += question;
          return answers.next().value ?? null;
        },
      }),
    },
    lsp: () => {
      out += 'serving';
    },
    mcp: () => {
      out += 'serving tools';
    },
  });
  return {
    code,
    out,
    err,
    get json() {
      return JSON.parse(out) as unknown;
    },
    file: (path) => world.files.get(`/project/${path}`),
  };
}
