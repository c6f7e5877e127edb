// Which documents are handed to the server. Wide on purpose: the server knows the hosts' locations and decides; here it is
// only settled when it is worth starting it. Pure, so that a test can hold it against the declared locations.

/** Agents of `agents` folders (every host, plugins too), of the folders with other names, and files named for agents. */
export const patterns = [
  '**/agents/**/*.md',
  '**/{.opencode,opencode,.kilo,.kilocode,kilo}/{agent,mode,modes}/**/*.md',
  '**/*.{agent,chatmode}.md',
] as const;

/**
 * Files that are no agents and name some: prompts, skills, commands, configuration. The server itself asks to be shown them,
 * for names alone; here they only start it.
 */
export const namingPatterns = [
  '**/*.prompt.md',
  '**/SKILL.md',
  '**/.claude/commands/**/*.md',
  '**/{.opencode,opencode}/{command,commands}/**/*.md',
  '**/{opencode,kilo}.{json,jsonc}',
  '**/opencode/config.json',
  '**/.claude/{settings,settings.local}.json',
] as const;

/** VS Code calls agent files of Claude Code and Copilot `chatagent`; to it all others are plain Markdown. */
export const languageIds = ['chatagent', 'markdown'] as const;

// Not `git`, `pr`, `conflict...`: a past or foreign version of a file is read, not written.
export const schemes = [
  'file',
  'untitled',
  'vscode-remote',
  'vscode-vfs',
  'vscode-userdata',
] as const;

export interface DocumentFilter {
  readonly language: string;
  readonly scheme: string;
  readonly pattern?: string | Included;
}

/** Files below a folder that a team calls agents. */
export interface Included {
  /** The folder. */
  readonly baseUri: string;
  readonly pattern: string;
}

/** Whether documents of a scheme are written, and so looked at. */
export const isOfEditor = (scheme: string): boolean => schemes.some((one) => one === scheme);

/** In any language: VS Code has one of its own for prompts and skills. */
export const namingSelector = (): { scheme: string; pattern: string }[] =>
  schemes.flatMap((scheme) => namingPatterns.map((pattern) => ({ scheme, pattern })));

/** The selector of every feature. A new document without a path is an agent only where its language says so. */
export function documentSelector(included: readonly Included[] = []): DocumentFilter[] {
  const placed = languageIds.flatMap((language) =>
    schemes.flatMap((scheme) => patterns.map((pattern) => ({ language, scheme, pattern }))),
  );
  const teams = included.map((pattern) => ({
    language: 'markdown',
    scheme: pattern.baseUri.slice(0, pattern.baseUri.indexOf(':')),
    pattern,
  }));
  return [...placed, { language: 'chatagent', scheme: 'untitled' }, ...teams];
}
