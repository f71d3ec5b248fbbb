// The limits a turn's one stopwatch is held to: those of the presentation, else of the first timed part.
import type { JudgedPart, Timing } from '../../contest/rules.ts';

/** Null when nothing on stage is timed. */
export function timingOnStage(parts: JudgedPart[]): Timing | null {
	const timed = parts.filter((part) => part.timing !== null);
	return (timed.find(({ kind }) => kind === 'presentation') ?? timed[0])?.timing ?? null;
}
