// What a load phone says and hears, in Engine.IO and Socket.IO text: the one place to change when the protocol does.
import type { Choice } from '../../src/lib/contest/question.ts';
import type { Receipt, Stage } from '../../src/lib/contest/stage.ts';
import { protocolVersion, type Answered, type AnswerToSubmit } from '../../src/lib/live/protocol.ts';

export const socketPath = '/socket.io/?EIO=4&transport=websocket';

/** Of a slip's session the server knows the contest itself, whatever the handshake says. */
const anyContest = '00000000-0000-4000-8000-000000000000';

export const helloText = (extra: object = {}) =>
	`40${JSON.stringify({ protocol: protocolVersion, audience: 'contestant', contestId: anyContest, ...extra })}`;
export const pongText = '3';
export const answerText = (acknowledgement: number, answer: AnswerToSubmit) =>
	`42${acknowledgement}["answer:submit",${JSON.stringify(answer)}]`;
export const wholeText = (acknowledgement: number) => `42${acknowledgement}["stage:get",{}]`;

export const answerOf = (
	operation: string,
	roundId: string,
	questionId: string,
	choice: Choice,
	device: AnswerToSubmit['device']
): AnswerToSubmit => ({
	operation,
	roundId,
	questionId,
	choice,
	device
});

export type Heard =
	/** `silenceMs`: whoever hears nothing for so long has lost the line. */
	| { kind: 'opened'; silenceMs: number }
	| { kind: 'ping' }
	| { kind: 'welcome' }
	| { kind: 'stage'; stage: Stage }
	| { kind: 'version'; version: number }
	| { kind: 'acknowledged'; id: number; result: Answered<Receipt | { stage: Stage }> }
	/** The server speaks a newer version than this phone. */
	| { kind: 'outdated' }
	| { kind: 'farewell' }
	| { kind: 'other' };

/** Everybody gets the same bytes, so that one parse serves all phones of a process. */
let lastStageText = '';
let lastStage: Heard = { kind: 'other' };

export function hear(text: string): Heard {
	if (text.startsWith('42["stage",')) {
		if (text !== lastStageText) {
			lastStageText = text;
			lastStage = { kind: 'stage', stage: (JSON.parse(text.slice(2)) as [string, Stage])[1] };
		}
		return lastStage;
	}
	if (text.startsWith('43')) {
		const from = text.indexOf('[');
		const [result] = JSON.parse(text.slice(from)) as [Answered<Receipt>];
		return { kind: 'acknowledged', id: Number(text.slice(2, from)), result };
	}
	if (text.startsWith('42["outdated",')) return { kind: 'outdated' };
	if (text.startsWith('42["version",')) return { kind: 'version', version: Number(text.slice(13, -1)) };
	if (text === '2') return { kind: 'ping' };
	if (text.startsWith('0')) {
		const { pingInterval, pingTimeout } = JSON.parse(text.slice(1)) as { pingInterval: number; pingTimeout: number };
		return { kind: 'opened', silenceMs: pingInterval + pingTimeout };
	}
	if (text.startsWith('40')) return { kind: 'welcome' };
	if (text.startsWith('41') || text.startsWith('44') || text === '1' || text.startsWith('42["revoked"'))
		return { kind: 'farewell' };
	return { kind: 'other' };
}

/** Refusals that leave the answer's fate open: it is sent again as long as its question is. */
export const mayPass = new Set(['server/busy', 'server/fault']);
