// Patterns of the documents that start the server and are synchronized with it. They are deliberately broad: the server knows
// the locations of the hosts and decides which files are agents.
import { otherPatterns, patterns } from './agent-patterns';

/**
 * Files that are not agents but may contain references to agents: prompts, skills, commands and configuration files. They
 * start the server. The server registers for them itself, for references only.
 */
export const referencingPatterns = [
  '**/*.prompt.md',
  '**/SKILL.md',
  '**/.claude/commands/**/*.md',
  '**/{.opencode,opencode,.kilo,.kilocode,kilo}/{command,commands}/**/*.md',
  '**/{opencode,kilo}.{json,jsonc}',
  '**/opencode/config.json',
  '**/.claude/{settings,settings.local}.json',
  '**/.codex/config.toml',
] as const;

/** In VS Code, agent files of Claude Code and Copilot have the language `chatagent`, and prompt files `prompt`. All others are plain Markdown. */
export const languageIds = ['chatagent', 'prompt', 'markdown'] as const;

// Excludes schemes of read-only documents, such as `git`, `pr` and `conflict...`, which show other versions of a file.
export const schemes = [
  'file',
  'untitled',
  'vscode-remote',
  'vscode-vfs',
  'vscode-userdata',
] as const;

export interface DocumentFilter {
  readonly language?: string;
  readonly scheme: string;
  readonly pattern?: string | Included;
}

/** Files that a team includes as agents. */
export interface Included {
  /** URI of the folder that the pattern is relative to. */
  readonly baseUri: string;
  readonly pattern: string;
}

/** Whether documents of a scheme are editable and therefore checked. */
export const isEditableScheme = (scheme: string): boolean => schemes.some((one) => one === scheme);

/** Not limited to a language, because VS Code has separate languages for prompts and skills. */
export const referencingSelector = (): { scheme: string; pattern: string }[] =>
  everywhere(referencingPatterns);

/** The document selector of all features. An untitled document is an agent only if its language is `chatagent`. */
export function documentSelector(included: readonly Included[] = []): DocumentFilter[] {
  const located = [
    ...languageIds.flatMap((language) =>
      everywhere(patterns).map((filter) => ({ language, ...filter })),
    ),
    // Such a file has the language that an extension or a setting of the user gives to its ending.
    ...everywhere(otherPatterns),
  ];
  const teamFilters = included.map((pattern) => ({
    language: 'markdown',
    scheme: pattern.baseUri.slice(0, pattern.baseUri.indexOf(':')),
    pattern,
  }));
  return [...located, { language: 'chatagent', scheme: 'untitled' }, ...teamFilters];
}

const everywhere = (globs: readonly string[]): { scheme: string; pattern: string }[] =>
  schemes.flatMap((scheme) => globs.map((pattern) => ({ scheme, pattern })));

/**
 * The `include` patterns of a dossier.config.json as glob patterns of VS Code, relative to the folder of the file. Empty if the
 * text is invalid, which the server reports.
 */
export function includePatternsOf(text: string): readonly string[] {
  let config: unknown;
  try {
    config = JSON.parse(withoutTrailingCommas(withoutComments(text)));
  } catch {
    return [];
  }
  const { include } = (config ?? {}) as { readonly include?: unknown };
  const globs: readonly unknown[] = Array.isArray(include) ? include : [];
  return globs.flatMap((glob) => (typeof glob === 'string' && glob !== '' ? [rooted(glob)] : []));
}

const withoutComments = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) =>
    part.startsWith('"') ? part : ' ',
  );

const withoutTrailingCommas = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/g, (part) => (part === ',' ? '' : part));

/** Interprets a glob like the server: `drafts/` matches the files in the folder, and a name without a slash matches in any folder. */
function rooted(glob: string): string {
  const clean = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
  return glob.includes('/') ? clean : `**/${clean}`;
}
