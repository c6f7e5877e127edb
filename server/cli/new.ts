// dossier new: a new agent in the folder of its host. What is missing is asked for at a terminal.
import { type NewAgent, newAgent, strangeTools, toolsOf, type Wanted } from '../features/new-agent';
import type { Host } from '../hosts/host';
import { hosts } from '../hosts/registry';
import type { World } from '../world/world';
import { exit, type Io, UsageError } from './io';
import { askFor } from './new-questions';
import { hostsOf, parse } from './options';
import { slashed } from './paths';

export const newUsage = `dossier new   a new agent, in the folder where its host looks

  --host ID            the host: ${hosts.map(({ id }) => id).join(', ')}
  --name NAME          what it is called, and its file
  --description TEXT   when it is to be used
  --tools A,B          the tools it may use, and no others
  --model M            the model it runs on
  --dir PATH           the project's root (default: this folder)
  --stdout             print the file, write nothing

What is missing is asked for at a terminal. A file that exists is never touched.

Exit: 0 made, 2 could not.
`;

/** @throws UsageError */
export function make(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, {
    host: { type: 'string' },
    name: { type: 'string' },
    description: { type: 'string' },
    tools: { type: 'string' },
    model: { type: 'string' },
    dir: { type: 'string' },
    stdout: { type: 'boolean' },
  });
  if (values['help']) {
    io.out(newUsage);
    return exit.clean;
  }
  if (paths.length > 0) throw new UsageError(`new takes no "${paths[0]}"; see dossier new --help`);
  const text = (flag: string): string | undefined => {
    const value = values[flag];
    return typeof value === 'string' ? value : undefined;
  };
  const asked = askFor(
    {
      host: hostFrom(text('host')),
      name: text('name'),
      description: text('description'),
    },
    io,
    nameFlaw,
  );
  const { host } = asked;
  const wanted: Wanted = { ...asked, tools: namesIn(text('tools')), model: text('model') };
  const made = checked(host, wanted);
  const path = fileIn(text('dir'), made, world);
  if (values['stdout'] === true) {
    io.out(made.text);
  } else {
    create(path, made.text, world);
    io.out(`Made ${path} for ${host.name}. Its prompt is a first line: go on from there.\n`);
  }
  for (const { message } of made.findings) io.err(`dossier: ${message}\n`);
  return exit.clean;
}

function hostFrom(id: string | undefined): Host | undefined {
  if (id === undefined) return undefined;
  const [host, ...more] = hostsOf(id) ?? [];
  if (!host || more.length > 0) throw new UsageError(`--host takes one host, not "${id}"`);
  return host;
}

/** Commas inside of parentheses belong to the name. */
const namesIn = (text: string | undefined): readonly string[] | undefined =>
  text
    ?.split(/,(?![^(]*\))/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** The file as the host takes it. @throws UsageError where it takes it otherwise than it is meant. */
function checked(host: Host, wanted: Wanted): NewAgent {
  const flaw = nameFlaw(wanted.name);
  if (flaw !== undefined) throw new UsageError(flaw);
  const strange = strangeTools(host, wanted.tools ?? []);
  if (strange.length > 0)
    throw new UsageError(
      `${host.name} knows no tool ${strange.map((name) => `"${name}"`).join(', ')}; it has ${toolsOf(host).join(', ')}`,
    );
  const made = newAgent(host, wanted);
  if (!made)
    throw new UsageError(
      `${host.name} takes no list of tools: leave out --tools, and say in the file what the agent may do`,
    );
  const wrong = made.findings.filter(
    ({ severity }) => severity === 'error' || severity === 'warning',
  );
  if (wrong.length > 0) throw new UsageError(wrong.map(({ message }) => message).join('\n  '));
  if (made.id !== wanted.name)
    throw new UsageError(
      made.id === null
        ? `${host.name} would see no agent under the name "${wanted.name}"`
        : `${host.name} would call the agent "${made.id}", not "${wanted.name}"`,
    );
  return made;
}

/** What no file can be called, on any system; what the host refuses, the host tells. */
function nameFlaw(name: string): string | undefined {
  if (name.trim() === '') return 'an agent needs a name: it is also the name of its file';
  if (name !== name.trim()) return 'leave out the blanks before and after the name';
  if (/[/\\]/.test(name)) return `"${name}" is a path; a name has no "/" in it`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  if (/[<>:"|?*\u0000-\u001f\u007f]/.test(name))
    return `no file can be called "${name}" on every system: leave out < > : " | ? *`;
  return /^\.|\.$/.test(name) ? 'a name neither begins nor ends with a dot' : undefined;
}

const fileIn = (dir: string | undefined, { path }: NewAgent, world: World): string => {
  if (dir === undefined) return path;
  const root = slashed(dir).replace(/^(?:\.\/+)+|(?<=.)\/+$/g, '') || '.';
  if (!world.isFolder(root)) throw new UsageError(`there is no folder ${dir}`);
  return root === '.' ? path : root === '/' ? `/${path}` : `${root}/${path}`;
};

function create(path: string, text: string, world: World): void {
  if (world.has(path)) throw new UsageError(`${path} is there already, and is left as it is`);
  try {
    world.create(path, text);
  } catch (error) {
    throw new UsageError(
      `${path} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
