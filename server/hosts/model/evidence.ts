// How a fact about a host is known. `test/conformance/evidence` checks that each fact with the label `executed` has a
// recorded case whose verdict depends on it.

/** The program did it, in a recorded case (`test/hosts/evidence`). An entry that inherits this from its table needs a case of its own. */
export interface Executed {
  readonly how: 'executed';
  /** The program with its version. */
  readonly where: string;
}

/** It is in the text of the program, and was not run. */
export interface Read {
  readonly how: 'read';
  /** The package with its version, and the file in it. */
  readonly where: string;
  readonly source: ProgramText;
}

/** A page of the vendor states it. */
export interface Documented {
  readonly how: 'documented';
  /** The title of the page. */
  readonly where: string;
  readonly source: Page;
}

/** A running program listed it on that day. No run can ask again, such as where only the desktop program or a signed-in one has it. */
export interface Recorded {
  readonly how: 'recorded';
  /** The ISO date, and the program with its version. */
  readonly where: string;
}

/** Nothing that a test could check: shown as such. */
export interface Unknown {
  readonly how: 'unknown';
  readonly where: '';
}

export type Evidence = Executed | Read | Documented | Recorded | Unknown;

export interface ProgramText {
  /** An npm package: `opencode-linux-x64`. */
  readonly package: string;
  readonly version: string;
  /** Its path in the package. */
  readonly file: string;
}

export interface Page {
  readonly title: string;
  /** Begins with `https://`. */
  readonly address: `https://${string}`;
  /** The ISO date on which it was read. */
  readonly on: `${number}-${number}-${number}`;
}

export const executed = (where: string): Executed => ({ how: 'executed', where });

export const read = (source: ProgramText): Read => ({
  how: 'read',
  where: `${source.package} ${source.version}, ${source.file}`,
  source,
});

export const documented = (source: Page): Documented => ({
  how: 'documented',
  where: source.title,
  source,
});

/** @param on the ISO date on which the program listed it */
export const recorded = (program: string, on: `${number}-${number}-${number}`): Recorded => ({
  how: 'recorded',
  where: `${on}: ${program}`,
});

export const unknown: Unknown = { how: 'unknown', where: '' };

/** For hovers and generated pages: `executed: claude-code 2.1.328`, `recorded on 2026-11-20: VS Code 1.139.1`. */
export function citation({ how, where }: Evidence): string {
  if (how === 'unknown') return 'not known';
  return how === 'recorded' ? `recorded on ${where}` : `${how}: ${where}`;
}
