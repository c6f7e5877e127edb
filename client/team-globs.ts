// What a team's dossier.config.json adds to the agents, as patterns of the editor. The server knows all of that file and
// decides; here it is only settled which documents it is shown. Pure.

/** Patterns below the folder of the file. Empty for a text that cannot be read: the server tells what is wrong with it. */
export function includedBy(text: string): readonly string[] {
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

/** As the server reads it: `drafts/` is what lies in it, and a name without a slash stands for every such file. */
function rooted(glob: string): string {
  const clean = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
  return glob.includes('/') ? clean : `**/${clean}`;
}
