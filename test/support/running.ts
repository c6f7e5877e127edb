// The command line in a world of texts: what it prints, how it ends, what it leaves behind.
import { main } from '../../server/cli/main';
import { memoryWorld } from '../../server/world/memory';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly json: unknown;
  readonly file: (path: string) => string | undefined;
}

export function running(
  files: Readonly<Record<string, string>>,
  argv: readonly string[],
  stdin = '',
): Ran {
  const world = memoryWorld(files);
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
      color: false,
    },
    lsp: () => {
      out += 'serving';
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
