/** Where a fact is known from. What nobody has looked at is `unknown`, and the author is told so. */
export interface Evidence {
  readonly how: 'executed' | 'read' | 'documented' | 'unknown';
  /** A recorded case, a package with its version, or the title of a page. */
  readonly where: string;
}

export const executed = (where: string): Evidence => ({ how: 'executed', where });
export const read = (where: string): Evidence => ({ how: 'read', where });
export const documented = (where: string): Evidence => ({ how: 'documented', where });
export const unknown: Evidence = { how: 'unknown', where: '' };

/** For hovers and pages: `executed: claude-code 2.1.328`. */
export const citation = ({ how, where }: Evidence): string =>
  how === 'unknown' ? 'not known' : `${how}: ${where}`;
