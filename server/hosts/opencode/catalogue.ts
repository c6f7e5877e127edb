// The model catalog that is part of OpenCode, unpacked on first use. scripts/opencode-models.mjs documents the format.
import type { Provider } from '../model/models';
import packed from './catalogue.data.json';

export interface CatalogModel {
  /** The part of the written model after the first slash. */
  readonly id: string;
  readonly name: string;
  /** `active`, `beta`, `deprecated`. */
  readonly status: string;
  readonly variants: readonly string[];
}

export interface CatalogProvider extends Provider {
  readonly models: readonly CatalogModel[];
}

let unpacked: readonly CatalogProvider[] | undefined;
let byId: ReadonlyMap<string, CatalogProvider> | undefined;

/** All providers, in the order of the catalog. */
export function providers(): readonly CatalogProvider[] {
  // If the bundle keeps the catalog in a separate file, this reads that file.
  unpacked ??= unpack(String(packed));
  return unpacked;
}

export function providerOf(id: string): CatalogProvider | undefined {
  byId ??= new Map(providers().map((provider) => [provider.id, provider]));
  return byId.get(id);
}

function unpack(text: string): CatalogProvider[] {
  const [, ids = '', names = '', states = '', lines = ''] = text.split('\n\n');
  const allIds = dictionary(ids);
  const allNames = dictionary(names);
  const allStates = states.split('\n').map((state) => {
    const [status = '', ...variants] = state.split(' ');
    return { status, variants };
  });
  const modelsOf = (records: string): CatalogModel[] => {
    const models: CatalogModel[] = [];
    for (let at = 0; at < records.length; at += 6) {
      const id = allIds[number(records, at)] ?? '';
      const { status, variants } = allStates[number(records, at + 4)] ?? activeState;
      models.push({ id, name: allNames[number(records, at + 2)] ?? id, status, variants });
    }
    return models;
  };
  return lines.split('\n').map((line) => {
    const [id = '', name = '', records = ''] = line.split('\t');
    let models: readonly CatalogModel[] | undefined;
    return {
      id,
      name,
      get models(): readonly CatalogModel[] {
        models ??= modelsOf(records);
        return models;
      },
    };
  });
}

const activeState = { status: 'active', variants: [] };

/** Each line holds the length of the prefix that it shares with the line before, and the rest. */
function dictionary(text: string): string[] {
  let previous = '';
  return text.split('\n').map((line) => {
    previous = previous.slice(0, digit(line, 0)) + line.slice(1);
    return previous;
  });
}

/** The digits are the characters from `#` to `~` without the backslash. */
function digit(text: string, at: number): number {
  const code = text.charCodeAt(at) - 35;
  return code > 92 - 35 ? code - 1 : code;
}

const number = (text: string, at: number): number => digit(text, at) * 91 + digit(text, at + 1);
