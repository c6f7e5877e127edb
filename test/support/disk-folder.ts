// A temporary folder on the disk for files that no memory can hold: links, pipes, devices.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Io } from '../../server/cli/io';
import { main } from '../../server/cli/main';
import type { FileToCreate, FolderCopy, WalkOptions } from '../../server/world/file-system';
import { nodeFileSystem } from '../../server/world/node';
import { catalog } from './catalog';

export interface DiskFolder {
  readonly root: string;
  readonly at: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => void;
  /** Makes a symbolic link. */
  readonly link: (name: string, target: string) => void;
  /** Makes a named pipe that has no writer. */
  readonly pipe: (name: string) => void;
  /** Runs the command line in the folder. */
  readonly run: (...argv: readonly string[]) => {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
  };
  readonly remove: () => void;
}

export function diskFolder(): DiskFolder {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-disk-')));
  const at = (name: string): string => path.join(root, name);
  /** The path, after its folder was made. */
  const made = (name: string): string => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    return at(name);
  };
  return {
    root,
    at,
    write: (name, content) => writeFileSync(made(name), content),
    link: (name, target) => symlinkSync(target, made(name)),
    pipe: (name) => void execFileSync('mkfifo', [made(name)]),
    run(...argv) {
      let out = '';
      let err = '';
      const io: Io = {
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        stdin: () => '',
        color: false,
      };
      const home = at('home');
      // The process runs in another folder, so relative paths are completed here.
      const whole = (name: string): string => path.resolve(root, name);
      const wholeFiles = function* (files: Iterable<FileToCreate>): Generator<FileToCreate> {
        for (const { path: name, text } of files) yield { path: whole(name), text };
      };
      const world = {
        ...nodeFileSystem,
        catalog,
        cwd: root,
        home,
        has: (name: string) => nodeFileSystem.has(whole(name)),
        read: (name: string, most?: number) => nodeFileSystem.read(whole(name), most),
        isFolder: (name: string) => nodeFileSystem.isFolder(whole(name)),
        isExecutable: (name: string) => nodeFileSystem.isExecutable(whole(name)),
        *walk(folder: string, wanted: (file: string) => boolean, options: WalkOptions = {}) {
          const shown = (file: string): string =>
            path.isAbsolute(folder) ? file : path.relative(root, file);
          const { unread } = options;
          const links: WalkOptions = {
            ...options,
            ...(options.within !== undefined && { within: whole(options.within) }),
            ...(unread && { unread: (path, why) => unread(shown(path), why) }),
          };
          const isWanted = (file: string): boolean => wanted(shown(file));
          for (const file of nodeFileSystem.walk(whole(folder), isWanted, links)) yield shown(file);
        },
        write: (name: string, text: string, within: string, was?: string) =>
          nodeFileSystem.write(whole(name), text, whole(within), was),
        create: (name: string, text: string, within: string) =>
          nodeFileSystem.create(whole(name), text, whole(within)),
        createAll: (files: Iterable<FileToCreate>, within: string) =>
          nodeFileSystem.createAll(wholeFiles(files), whole(within)),
        move: (from: string, to: string, within: string) =>
          nodeFileSystem.move(whole(from), whole(to), whole(within)),
        copyFolder: ({ from, to, texts }: FolderCopy, within: string) =>
          nodeFileSystem.copyFolder({ from: whole(from), to: whole(to), texts }, whole(within)),
      };
      const code = main(argv, { world, io, lsp: () => undefined });
      return { code, out, err };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
