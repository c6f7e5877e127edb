// The settings of each document: the editor's settings, overridden by the nearest configuration file of the
// team. Errors in such a file are reported in the file, and its valid settings still apply.

import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { rules } from '../../rules/registry';
import { type Config, underConfig } from '../../settings/config';
import { type Configs, configsIn } from '../../settings/find';
import type { Settings } from '../../settings/settings';
import type { Translate } from '../../text/translate';
import type { FileSystem } from '../../world/file-system';
import { rangeOf } from '../answers/encode';
import type { MakeDocument } from '../documents/encoded-document';
import { DiagnosticSeverity } from '../library';

export interface TeamSettings {
  /** Returns the same object as long as no setting changes. */
  of(path: string, editor: Settings): Settings;
  /** Returns the configuration file that applies to a path, with its text, or null if there is none. */
  fileOf(path: string): { readonly path: string; readonly text: string } | null;
  /** Whether the team's configuration declares a file as an agent although it is outside all host folders. */
  includes(path: string): boolean;
  /** Rereads the configuration files after a change. */
  reload(): void;
  /** Returns the diagnostics of the files that were read since the last call. */
  takeUnreported(): readonly FileDiagnostics[];
}

export interface FileDiagnostics {
  readonly uri: string;
  readonly diagnostics: Diagnostic[];
}

/**
 * @param roots Returns the workspace folders.
 * @param uriOf Returns the URI of a file as the client spells it.
 */
export function teamSettings(
  catalog: HostCatalog,
  world: FileSystem,
  roots: () => readonly string[],
  uriOf: (path: string) => string,
  makeDocument: MakeDocument,
  translate: Translate,
): TeamSettings {
  let configs: Configs | undefined;
  let made = new Map<Config, Made>();
  let reported = new Map<string, Config>();
  let gone: readonly string[] = [];
  const configOf = (path: string): Config | null => {
    configs ??= configsIn(catalog, world, roots());
    return configs.of(path);
  };
  return {
    of(path, editor) {
      const config = configOf(path);
      if (!config) return editor;
      const known = made.get(config);
      const { settings, off } = known?.editor === editor ? known : under(config, editor);
      if (settings !== known?.settings) made.set(config, { editor, settings, off });
      return config.excludes(path) ? off : settings;
    },
    fileOf: (path) => configOf(path),
    includes: (path) => configOf(path)?.includes(path) ?? false,
    reload() {
      gone = [...reported.values()]
        .filter(({ faults }) => faults.length > 0)
        .map(({ path }) => path);
      configs = undefined;
      made = new Map();
      reported = new Map();
    },
    takeUnreported() {
      const read = configs?.read() ?? [];
      if (read.length === reported.size && gone.length === 0) return none;
      const fresh = read.filter(({ path }) => !reported.has(path));
      for (const config of fresh) reported.set(config.path, config);
      const silent = gone.filter((path) => !reported.has(path));
      gone = gone.filter((path) => !silent.includes(path) && !reported.has(path));
      return [
        ...fresh.map((config) => {
          const uri = uriOf(config.path);
          return { uri, diagnostics: faultsOf(config, makeDocument(uri, config.text), translate) };
        }),
        ...silent.map((path) => ({ uri: uriOf(path), diagnostics: [] })),
      ];
    },
  };
}

const none: readonly FileDiagnostics[] = [];

const allOff: Settings['rules'] = Object.fromEntries(rules.map(({ name }) => [name, 'off']));

interface Made {
  readonly editor: Settings;
  readonly settings: Settings;
  /** The settings for files that the team's configuration excludes. */
  readonly off: Settings;
}

function under(config: Config, editor: Settings): Made {
  const settings = underConfig(editor, config);
  return { editor, settings, off: { ...settings, rules: allOff } };
}

const faultsOf = ({ faults }: Config, document: TextDocument, translate: Translate): Diagnostic[] =>
  faults.map(({ span, message }) => ({
    range: rangeOf(document, span),
    severity: DiagnosticSeverity.Error,
    source: 'Dossier',
    message: translate(message),
  }));
