/** What a browser keeps of a hold. */
export interface KeptHold {
  /** The secret of the hold. */
  readonly token: string;
  /** Whether its reader picked the time here; whoever followed a link did not choose it over what they hold. */
  readonly chosen: boolean;
}

const brought = 'brought:';

/** A hold as a cookie keeps it. */
export const keptText = ({ token, chosen }: KeptHold): string => (chosen ? token : brought + token);

/** The hold that a cookie keeps. */
export const keptHold = (text: string): KeptHold =>
  text.startsWith(brought) ? { token: text.slice(brought.length), chosen: false } : { token: text, chosen: true };
