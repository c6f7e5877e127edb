// Asks many questions in one run of a program if its answers can be distinguished, otherwise in halves, and finally one by one.
import type { Facts } from '../facts';
import type { Question } from '../question';

export interface Batching {
  readonly atOnce: number;
  /** Two questions that share one of these are not asked together. */
  readonly marks: (question: Question) => readonly string[];
  /** Only questions of one kind are asked together. */
  readonly kind: (question: Question) => string;
  /** Null: not certain in this company; to a question that is asked alone there is always an answer. */
  readonly ask: (batch: readonly Question[]) => Promise<readonly (Facts | null)[]>;
}

export async function inBatches(
  questions: readonly Question[],
  batching: Batching,
): Promise<readonly Facts[]> {
  const answers = new Map<Question, Facts>();
  const pending = batchesOf(questions, batching);
  for (let batch = pending.shift(); batch; batch = pending.shift()) {
    const found = await batching.ask(batch);
    const open = batch.filter((question, index) => {
      const answer = found[index];
      if (answer) answers.set(question, answer);
      return !answer;
    });
    if (open.length === 0) continue;
    const half = Math.ceil(open.length / 2);
    const parts = open.length === batch.length ? [open.slice(0, half), open.slice(half)] : [open];
    pending.push(...parts.filter((part) => part.length > 0));
  }
  return questions.map((question) => answers.get(question) ?? {});
}

interface Batch {
  readonly kind: string;
  readonly marks: Set<string>;
  readonly questions: Question[];
}

function batchesOf(
  questions: readonly Question[],
  { atOnce, marks, kind }: Batching,
): (readonly Question[])[] {
  const batches: Batch[] = [];
  for (const question of questions) {
    const own = marks(question);
    const at = kind(question);
    let batch = batches.find(
      (one) =>
        one.kind === at &&
        one.questions.length < atOnce &&
        !own.some((mark) => one.marks.has(mark)),
    );
    if (!batch) {
      batch = { kind: at, marks: new Set(), questions: [] };
      batches.push(batch);
    }
    batch.questions.push(question);
    for (const mark of own) batch.marks.add(mark);
  }
  return batches.map((batch) => batch.questions);
}
