/** How a fact about a host is known. Facts that were never verified are `unknown`, and are shown as such. */
export interface Evidence {
  readonly how: 'executed' | 'read' | 'documented' | 'unknown';
  /** A recorded case, a package with its version, or the title of a documentation page. */
  readonly where: string;
}

export const executed = (where: string): Evidence => ({ how: 'executed', where });
export const read = (where: string): Evidence => ({ how: 'read', where });
export const documented = (where: string): Evidence => ({ how: 'documented', where });
export const unknown: Evidence = { how: 'unknown', where: '' };

/** For hovers and generated pages: `executed: claude-code 2.1.328`. */
export const citation = ({ how, where }: Evidence): string =>
  how === 'unknown' ? 'not known' : `${how}: ${where}`;
