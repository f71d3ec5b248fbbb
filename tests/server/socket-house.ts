// The world of the quiz behind real sockets, with a question shown: for tests of what comes and goes over the wire.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { readConfig } from '../../src/lib/server/config.ts';
import { attachSockets } from '../../src/lib/server/sockets/attach-sockets.ts';
import { issueSlips, type PrintedSlip } from '../../src/lib/server/usecases/issue-slips.ts';
import { useSlip } from '../../src/lib/server/usecases/use-slip.ts';
import { quizWorld, type QuizWorld } from './quiz-world.ts';
import { ok } from './setup-world.ts';

export interface SocketHouse {
	quiz: QuizWorld;
	origin: string;
	slips: PrintedSlip[];
	/** Of a new session with the slip in that place. */
	cookieOf(place: number): Promise<string>;
	close(): Promise<void>;
}

export async function socketHouse(): Promise<SocketHouse> {
	const quiz = await quizWorld();
	Object.assign(quiz.app, { config: readConfig({}) });
	const slips = ok(await issueSlips(quiz.app, quiz.organiser, { contestId: quiz.contestId, who: 'all' })).result;
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const sockets = await attachSockets(quiz.app, server);
	await quiz.toQuestion();
	return {
		quiz,
		origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
		slips,
		cookieOf: async (place) =>
			`hoithi_lan=${ok(await useSlip(quiz.app, { ticket: slips[place]?.ticket, address: 'test' })).secret}`,
		async close() {
			await sockets.close();
			await quiz.close();
		}
	};
}
