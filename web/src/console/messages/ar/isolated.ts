/** A name or a value in a sentence that runs from right to left, which it leaves in order whatever it is written in. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
