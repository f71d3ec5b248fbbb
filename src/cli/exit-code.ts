// How a command that reads files ends; it must not know any command.

/** Good; something else failed than the file; the file is bad, and standard error says why. */
export const exitCodes = { good: 0, failed: 1, badFile: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
