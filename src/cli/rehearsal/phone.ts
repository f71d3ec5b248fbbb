// A simulated phone: joins with its slip, follows the stage over the real socket and answers as a person would.
import { io, type Socket } from 'socket.io-client';
import type { Choice } from '#lib/contest/question.ts';
import type { Receipt, Stage, Scene } from '#lib/contest/stage.ts';
import { makeOperation } from '#lib/live/outbox.ts';
import {
	protocolVersion,
	type Answered,
	type AnswerToSubmit,
	type ClientEvents,
	type ServerEvents
} from '#lib/live/protocol.ts';
import { makeVisitor, type Visitor } from './visitor.ts';

export interface Sent {
	answer: AnswerToSubmit;
	/** The receipt once it is acknowledged. */
	receipt: Receipt | null;
	refused: string | null;
	/** From the first sending to the receipt. */
	tookMs: number;
}

export interface Phone {
	readonly number: string;
	readonly sent: Sent[];
	readonly stage: Stage | null;
	/** When this phone came to each version, monotonic ms. */
	readonly arrivals: Map<number, number>;
	readonly isConnected: boolean;
	/** Resolves when the phone's stage satisfies the condition. */
	until(condition: (stage: Stage) => boolean, what: string): Promise<Stage>;
	/** Sends until it is decided, over a new connection if need be; the operation makes repeating harmless. */
	answer(choice: Choice): Promise<void>;
	close(): void;
}

const ackMs = 3_000;
const patienceMs = 60_000;

export async function joinWithSlip(origin: string, number: string, ticket: string): Promise<Phone> {
	const visitor = makeVisitor(origin);
	await visitor.post(`/t/${ticket}`, {});
	return connectPhone(visitor, number);
}

export function connectPhone(visitor: Visitor, number: string): Promise<Phone> {
	const sent: Sent[] = [];
	const arrivals = new Map<number, number>();
	const waiting = new Set<() => void>();
	let stage: Stage | null = null;
	let epoch: number | null = null;
	const socket: Socket<ServerEvents, ClientEvents> = io(visitor.origin, {
		transports: ['websocket'],
		extraHeaders: { cookie: visitor.cookie, origin: visitor.origin },
		auth: { protocol: protocolVersion, audience: 'contestant', contestId: '00000000-0000-4000-8000-000000000000' },
		reconnectionDelay: 100,
		reconnectionDelayMax: 1_000,
		rejectUnauthorized: false,
		forceNew: true
	});

	const take = (next: Stage) => {
		if (stage && next.version < stage.version) return;
		stage = next;
		if (!arrivals.has(next.version)) arrivals.set(next.version, performance.now());
		for (const check of waiting) check();
	};
	const ask = async () => {
		const result = await socket.timeout(ackMs).emitWithAck('stage:get', {});
		if (!('done' in result)) return;
		({ epoch } = result.done);
		take(result.done.stage);
	};
	socket.on('stage', take);
	socket.on('connect', () => void ask().catch(() => {}));
	socket.on('version', (version) => {
		if (!stage || version > stage.version) ask().catch(() => {});
	});

	async function send(answer: AnswerToSubmit): Promise<Answered<Receipt>> {
		for (;;) {
			try {
				const result = await socket.timeout(ackMs).emitWithAck('answer:submit', answer);
				if ('done' in result || result.refused.code !== 'answer/not-known-yet') return result;
			} catch {
				// No answer from the server: the same operation goes again.
			}
		}
	}

	const phone: Phone = {
		number,
		sent,
		arrivals,
		get stage() {
			return stage;
		},
		get isConnected() {
			return socket.connected;
		},
		until(condition, what) {
			return new Promise((resolve, reject) => {
				const timer = setTimeout(() => {
					waiting.delete(check);
					reject(new Error(`${number} waited in vain: ${what}; its stage: ${JSON.stringify(stage).slice(0, 300)}`));
				}, patienceMs);
				const check = () => {
					if (!stage || !condition(stage)) return;
					waiting.delete(check);
					clearTimeout(timer);
					resolve(stage);
				};
				waiting.add(check);
				check();
			});
		},
		async answer(choice) {
			const scene = stage?.scene;
			if (scene?.kind !== 'question') throw new Error(`${number} has no question to answer`);
			const device = { epoch: epoch ?? 0, counter: sent.length + 1 };
			const answer = {
				operation: makeOperation(),
				roundId: scene.roundId,
				questionId: scene.question.id,
				choice,
				device
			};
			const line: Sent = { answer, receipt: null, refused: null, tookMs: 0 };
			sent.push(line);
			const before = performance.now();
			const result = await send(answer);
			line.tookMs = performance.now() - before;
			if ('done' in result) line.receipt = result.done;
			else line.refused = result.refused.code;
		},
		close: () => void socket.close()
	};
	return phone.until(() => epoch !== null, 'the first snapshot').then(() => phone);
}

/** A choice of the right kind; `random` gives numbers from 0 up to 1. */
export function someChoice(scene: Extract<Scene, { kind: 'question' }>, random: () => number): Choice {
	const ids = scene.question.options.map((option) => option.id);
	const pick = () => ids[Math.floor(random() * ids.length)] ?? 'A';
	switch (scene.question.kind) {
		case 'single':
		case 'truefalse':
			return { kind: 'options', options: [pick()] };
		case 'multiple':
			return { kind: 'options', options: [...new Set([pick(), pick()])].sort() };
		case 'ordering':
			return {
				kind: 'options',
				options: ids
					.map((id) => ({ id, at: random() }))
					.sort((a, b) => a.at - b.at)
					.map(({ id }) => id)
			};
		case 'matching': {
			const right = scene.question.targets.map((target) => target.id);
			const any = () => right[Math.floor(random() * right.length)] ?? '1';
			return { kind: 'pairs', pairs: Object.fromEntries(ids.map((id) => [id, any()])) };
		}
		case 'text':
			return { kind: 'text', value: 'Đoàn kết' };
		case 'numeric':
			return { kind: 'number', value: String(Math.floor(random() * 100)) };
	}
}
