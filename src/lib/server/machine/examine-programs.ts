// Looks for the programs of the machine that a contest can do without; it must not start them.
import { findConverter } from '../printing/office-converter.ts';
import { found, type Finding } from './finding.ts';

export function examinePrograms(officeConverter: string | undefined): Finding[] {
	const place = findConverter(officeConverter);
	return [place === null ? found('office', 'hint') : found('office', 'good', { place })];
}
