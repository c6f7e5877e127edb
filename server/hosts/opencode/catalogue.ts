// The model catalogue that OpenCode carries, unpacked when somebody first asks. How it is packed stands in
// scripts/opencode-models.mjs.
import type { Provider } from '../models';
import packed from './catalogue.data.json';

export interface CatalogueModel {
  /** Behind the first slash of what an author writes. */
  readonly id: string;
  readonly name: string;
  /** `active`, `beta`, `deprecated`. */
  readonly status: string;
  readonly variants: readonly string[];
}

export interface CatalogueProvider extends Provider {
  readonly models: readonly CatalogueModel[];
}

let unpacked: readonly CatalogueProvider[] | undefined;
let byId: ReadonlyMap<string, CatalogueProvider> | undefined;

/** All providers, in the order of the catalogue. */
export function providers(): readonly CatalogueProvider[] {
  // Where it lies in a file of its own, this reads it.
  unpacked ??= unpack(String(packed));
  return unpacked;
}

export function providerOf(id: string): CatalogueProvider | undefined {
  byId ??= new Map(providers().map((provider) => [provider.id, provider]));
  return byId.get(id);
}

function unpack(text: string): CatalogueProvider[] {
  const [, ids = '', names = '', looks = '', lines = ''] = text.split('\n\n');
  const allIds = dictionary(ids);
  const allNames = dictionary(names);
  const allLooks = looks.split('\n').map((look) => {
    const [status = '', ...variants] = look.split(' ');
    return { status, variants };
  });
  const modelsOf = (records: string): CatalogueModel[] => {
    const models: CatalogueModel[] = [];
    for (let at = 0; at < records.length; at += 6) {
      const id = allIds[number(records, at)] ?? '';
      const { status, variants } = allLooks[number(records, at + 4)] ?? plainLook;
      models.push({ id, name: allNames[number(records, at + 2)] ?? id, status, variants });
    }
    return models;
  };
  return lines.split('\n').map((line) => {
    const [id = '', name = '', records = ''] = line.split('\t');
    let models: readonly CatalogueModel[] | undefined;
    return {
      id,
      name,
      get models(): readonly CatalogueModel[] {
        models ??= modelsOf(records);
        return models;
      },
    };
  });
}

const plainLook = { status: 'active', variants: [] };

/** Each line says how much of the line before it shares, and the rest. */
function dictionary(text: string): string[] {
  let before = '';
  return text.split('\n').map((line) => {
    before = before.slice(0, digit(line, 0)) + line.slice(1);
    return before;
  });
}

/** The digits are the characters from `#` to `~` but for the backslash. */
function digit(text: string, at: number): number {
  const code = text.charCodeAt(at) - 35;
  return code > 92 - 35 ? code - 1 : code;
}

const number = (text: string, at: number): number => digit(text, at) * 91 + digit(text, at + 1);
