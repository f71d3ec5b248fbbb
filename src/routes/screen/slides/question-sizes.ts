// The sizes in which a question is tried on a slide, from the largest; it must not know any question.
import type { TextSizes } from '#lib/ui/hall/fit-text.ts';

/** The last two steps are for texts beyond any ordinary length: small letters are better than lost ones. */
const step = (text: number, option: number, why = 36): TextSizes => ({
	'--text': text,
	'--option': option,
	'--why': Math.min(option, why)
});
export const asked = [
	step(72, 48),
	step(64, 44),
	step(56, 44),
	step(56, 40),
	step(56, 36),
	step(48, 36),
	step(36, 36),
	step(28, 28)
];
/** What was asked stays the largest; the explanation gives way first. */
export const told = [
	step(64, 48),
	step(64, 44),
	step(56, 40),
	step(56, 40, 30),
	step(56, 36, 30),
	step(48, 36, 30),
	step(44, 32, 28),
	step(40, 30, 28),
	step(36, 28, 28),
	step(32, 28, 24)
];
