// The modules in a program that Bun has compiled: their texts follow each other in the file, and a table at its end has their names.

export interface Module {
  readonly name: string;
  readonly text: string;
}

const root = '/$bunfs/root/';
const trailer = '\n---- Bun! ----\n';
/** The bytes of an entry of the table, and of the offsets between the table and the trailer. */
const entrySize = 52;
const offsetsSize = 32;

/** The modules that others import as text. */
const isText = (name: string): boolean => /\.(?:md|py|asset)$/.test(name);

/** The modules with JavaScript or text, which import each other by their names in one folder. @throws if the file has another form. */
export function modulesIn(program: Buffer): readonly Module[] {
  const end = program.lastIndexOf(trailer);
  if (end < 0) throw new Error('the program has no modules');
  const offsets = end - offsetsSize;
  const size = Number(program.readBigUInt64LE(offsets));
  const base = offsets - size;
  const table = base + program.readUInt32LE(offsets + 8);
  const count = program.readUInt32LE(offsets + 12) / entrySize;
  const part = (at: number): Buffer => {
    const start = base + program.readUInt32LE(at);
    return program.subarray(start, start + program.readUInt32LE(at + 4));
  };
  return Array.from({ length: count }, (_, index) => table + index * entrySize).flatMap((at) => {
    const name = part(at).toString().replace(root, '');
    if (isText(name))
      return [
        { name: `${name}.cjs`, text: `module.exports=${JSON.stringify(part(at + 8).toString())}` },
      ];
    return name.endsWith('.js') ? [{ name, text: withoutRoot(part(at + 8).toString()) }] : [];
  });
}

const withoutRoot = (text: string): string =>
  text
    .replace('// @bun @bytecode', '')
    .replaceAll(/\/\$bunfs\/root\/([\w.-]+)/g, (_, name: string) =>
      isText(name) ? `./${name}.cjs` : `./${name}`,
    );

interface Export {
  readonly module: string;
  readonly name: string;
}

/** What is called in the program. */
export interface Exports {
  /** Sets up what every other part needs. */
  readonly environment: Export;
  /** The class that lists the agents. */
  readonly storage: Export;
  /** Gives the list of tools. */
  readonly registry: Export;
  /** Registers the tools. */
  readonly tools: Export;
}

/** Names are shortened in the program: they are found by the text around them. */
export function exportsIn(modules: readonly Module[]): Exports {
  const find = (pattern: RegExp): Export => {
    for (const { name: module, text } of modules) {
      const [, name] = pattern.exec(text) ?? [];
      if (name !== undefined) return { module, name };
    }
    throw new Error(`the program has no text like ${pattern.source}`);
  };
  return {
    environment: find(
      /function ([\w$]+)\(\)\{if\(![\w$]+\(process\.env\)&&([\w$]+)\)return;\2=!0;let/,
    ),
    storage: find(
      /class ([\w$]+)\{settingsManager;constructor\(.{1,40}\)\{.{1,60}async getAllDroids/,
    ),
    registry: find(
      /name:"TuiToolRegistry".{1,120}?function ([\w$]+)\(\)\{let [\w$]+=[\w$]+\([\w$]+\)\?\?/,
    ),
    tools: find(/export\{[^}]*?[\w$]+ as (ensureTuiToolsReady)\b/),
  };
}
