// What an organiser may know of the machine the contest runs on; sentences in the person's language, no secrets.
import type { Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { examineMachine } from '../machine/examine-machine.ts';
import { isFit, type FindingCode, type FindingState } from '../machine/finding.ts';
import { findingWords, type FindingWords } from '../machine/finding-words.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';

export interface MachineReport {
	isFit: boolean;
	findings: (FindingWords & { code: FindingCode; state: FindingState })[];
}

export async function readMachineReport(
	app: App,
	seat: Seat,
	contestId: string,
	language: 'vi' | 'en'
): Promise<MachineReport | Refusal> {
	const refusal = refuseUnless(seat, 'machine:see', contestId);
	if (refusal) return refusal;
	const findings = await examineMachine(app.config, app.database);
	return {
		isFit: isFit(findings),
		findings: findings.map((finding) => ({
			code: finding.code,
			state: finding.state,
			...findingWords(finding, language)
		}))
	};
}
