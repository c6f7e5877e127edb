// Reads the `include` patterns of a dossier.config.json as glob patterns of VS Code. They determine which documents are
// synchronized with the server, which validates the whole file.

/** Patterns relative to the folder of the file. Empty if the text is invalid, which the server reports. */
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
