/** A form in which a prompt mentions an agent. */
export interface MentionForm {
  /** A string that every match contains, so that most prompts need no search. */
  readonly contains: string;
  /** Returns an expression with the flags `d` and `g`, whose first group is the name. */
  readonly form: () => RegExp;
}
