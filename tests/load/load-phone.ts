// A phone reduced to what load and faults need: holds a line, shows the newest stage, sends an answer until it is decided.
import type { Choice } from '../../src/lib/contest/question.ts';
import type { Scene, Stage } from '../../src/lib/contest/stage.ts';
import { makeOperation } from '../../src/lib/live/outbox.ts';
import type { AnswerToSubmit } from '../../src/lib/live/protocol.ts';
import { openLine, type Line } from './line.ts';
import { monotonicMs, type OperationLog } from './operation-log.ts';
import { answerOf, answerText, hear, helloText, mayPass, pongText, socketPath, wholeText, type Heard } from './wire.ts';

export interface PhoneSeat {
	number: string;
	/** Cookie header of its session. */
	cookie: string;
	/** Nodes it may use; it takes the next one when one does not take it. */
	origins: string[];
	/** What it says beside the usual when it connects. */
	hello?: object;
}

export interface PhoneManners {
	log: OperationLog;
	/** Numbers from 0 up to 1. */
	random(): number;
	/** Bytes that stand in every key and in nothing else. */
	canary?: string;
	/** A phone with a planted bug: it shows whatever stage comes last. */
	takesStale?: boolean;
	onStage(phone: LoadPhone, at: number): void;
}

export interface Sending {
	answer: AnswerToSubmit;
	firstAt: number;
	lastAt: number;
	silences: number;
	settle(ended: Ended): void;
}
/** `tookMs` from the first sending to the decision. */
export type Ended = { kind: 'ok' | 'fail'; code: string; tookMs: number };

const ackMs = 3_000;
const latestRetryMs = 2_000;

export class LoadPhone {
	readonly seat: PhoneSeat;
	stage: Stage | null = null;
	/** When the line was lost and how long it took to show a stage again, ms. */
	readonly backAfterMs: number[] = [];
	/** How long a line was silent when this phone gave it up, ms. */
	readonly noticedAfterMs: number[] = [];
	handshakes = 0;
	/** How many answers it was given a receipt for. */
	receipts = 0;
	isOutdated = false;
	readonly pending = new Map<number, Sending>();
	private readonly manners: PhoneManners;
	private line: Line | null = null;
	private isWelcome = false;
	private isClosed = false;
	private heardAt = monotonicMs();
	private silenceMs = 9_000;
	private lostAt: number | null = monotonicMs();
	private failures = 0;
	private nextId = 1;
	private retry: NodeJS.Timeout | undefined;

	constructor(seat: PhoneSeat, manners: PhoneManners) {
		this.seat = seat;
		this.manners = manners;
	}

	get isIn(): boolean {
		return this.lostAt === null;
	}

	connect(): void {
		const { origins, cookie } = this.seat;
		const origin = origins[(this.failures + this.handshakes) % origins.length] ?? '';
		this.isClosed = false;
		this.heardAt = monotonicMs();
		let wasOpen = false;
		this.line = openLine(
			{ origin, path: socketPath, headers: { origin, cookie } },
			{
				onOpen: () => {
					wasOpen = true;
					this.handshakes++;
				},
				onText: (text) => this.listen(text),
				onEnd: () => this.lose(wasOpen)
			}
		);
	}

	/** Resolves when the answer is decided, however long and over however many lines. */
	answer(choice: Choice): Promise<Ended> {
		const scene = this.stage?.scene;
		if (scene?.kind !== 'question') throw new Error(`${this.seat.number} has no question to answer`);
		// A session made in bulk is that of the device every contestant begins with.
		const device = { epoch: 0, counter: this.nextId };
		return this.send(answerOf(makeOperation(), scene.roundId, scene.question.id, choice, device));
	}

	send(answer: AnswerToSubmit): Promise<Ended> {
		const { operation, roundId, questionId, choice } = answer;
		const id = this.nextId++;
		this.manners.log.note({ what: 'invoke', phone: this.seat.number, operation, roundId, questionId, choice });
		return new Promise((settle) => {
			const at = monotonicMs();
			this.pending.set(id, { answer, firstAt: at, lastAt: at, silences: 0, settle });
			if (this.isWelcome) this.line?.send(answerText(id, answer));
		});
	}

	/** Called often: resends what is unanswered, gives up a silent line. */
	look(now: number): void {
		if (this.isClosed || !this.line) return;
		for (const [id, sending] of this.pending) {
			if (now - sending.lastAt < ackMs) continue;
			this.doubt(sending, now);
			// A line that swallows two sendings is taken for dead, as a phone would go round it.
			if (++sending.silences % 2 === 0 && this.isWelcome) return this.line.cut();
			if (this.isWelcome) this.line.send(answerText(id, sending.answer));
		}
		const silentMs = now - this.heardAt;
		if (silentMs > this.silenceMs) {
			this.noticedAfterMs.push(silentMs);
			this.line.cut();
		}
	}

	cut(): void {
		this.line?.cut();
	}

	close(): void {
		this.isClosed = true;
		clearTimeout(this.retry);
		this.line?.cut();
	}

	/** Bytes outside the protocol. */
	sendRaw(bytes: Buffer): void {
		this.line?.sendRaw(bytes);
	}

	private listen(text: string): void {
		const at = monotonicMs();
		this.heardAt = at;
		const heard = hear(text);
		this.watchForKeys(text, stageIn(heard));
		switch (heard.kind) {
			case 'opened':
				this.silenceMs = heard.silenceMs;
				return this.line?.send(helloText(this.seat.hello));
			case 'ping':
				return this.line?.send(pongText);
			case 'welcome':
				this.isWelcome = true;
				for (const [id, sending] of this.pending) this.line?.send(answerText(id, { ...sending.answer }));
				return;
			case 'stage':
				return this.take(heard.stage, at);
			case 'version':
				if (this.stage && heard.version > this.stage.version) this.line?.send(wholeText(0));
				return;
			case 'outdated':
				this.isOutdated = true;
				return;
			case 'acknowledged':
				if ('done' in heard.result && 'stage' in heard.result.done) return this.take(heard.result.done.stage, at);
				return this.decide(heard.id, heard.result as Parameters<LoadPhone['decide']>[1], at);
			case 'farewell':
				return this.line?.cut();
			case 'other':
		}
	}

	private take(stage: Stage, at: number): void {
		const isOlder = this.stage !== null && stage.version < this.stage.version;
		if (isOlder && !this.manners.takesStale) return;
		if (stage.version !== this.stage?.version)
			this.manners.log.note({ what: 'shows', phone: this.seat.number, version: stage.version });
		this.stage = stage;
		this.failures = 0;
		if (this.lostAt !== null) this.backAfterMs.push(at - this.lostAt);
		this.lostAt = null;
		this.manners.onStage(this, at);
	}

	private decide(
		id: number,
		result: { done: { sequence: number; savedAt: number } } | { refused: { code: string } },
		at: number
	): void {
		const sending = this.pending.get(id);
		if (!sending) return;
		if ('refused' in result && this.isToSendAgain(result.refused.code, sending)) {
			// Sent again by `look` after the usual wait.
			sending.lastAt = at - ackMs + 500;
			return;
		}
		this.pending.delete(id);
		const { operation } = sending.answer;
		const phone = this.seat.number;
		const tookMs = at - sending.firstAt;
		if ('done' in result) {
			const { sequence, savedAt } = result.done;
			this.manners.log.note({ what: 'ok', phone, operation, sequence, savedAt });
			this.receipts++;
			sending.settle({ kind: 'ok', code: '', tookMs });
		} else {
			this.manners.log.note({ what: 'fail', phone, operation, code: result.refused.code });
			sending.settle({ kind: 'fail', code: result.refused.code, tookMs });
		}
	}

	/** What is not known yet is sent until it is; what may pass, as long as the question is asked. */
	private isToSendAgain(code: string, sending: Sending): boolean {
		return code === 'answer/not-known-yet' || (mayPass.has(code) && this.isStillAsked(sending));
	}

	private isStillAsked({ answer }: Sending): boolean {
		const scene = this.stage?.scene;
		return scene?.kind === 'question' && scene.question.id === answer.questionId && isOpen(scene);
	}

	private doubt(sending: Sending, now: number): void {
		sending.lastAt = now;
		const { operation } = sending.answer;
		this.manners.log.note({ what: 'unknown', phone: this.seat.number, operation });
	}

	private lose(wasOpen: boolean): void {
		this.line = null;
		if (this.isWelcome || this.lostAt === null) this.lostAt = monotonicMs();
		this.isWelcome = false;
		if (this.isClosed) return;
		const now = monotonicMs();
		if (wasOpen) for (const sending of this.pending.values()) this.doubt(sending, now);
		const most = Math.min(latestRetryMs, 300 * 2 ** this.failures++);
		this.retry = setTimeout(() => this.connect(), most * (0.3 + 0.7 * this.manners.random()));
	}

	/** A key may be seen with the reveal of its question and at no other time. */
	private watchForKeys(text: string, stage: Stage | null): void {
		const { canary } = this.manners;
		if (!canary || !text.includes(canary)) return;
		if (stage?.scene.kind === 'question' && stage.scene.phase === 'revealed') return;
		this.manners.log.note({ what: 'leak', phone: this.seat.number, text: text.slice(0, 200) });
	}
}

function stageIn(heard: Heard): Stage | null {
	if (heard.kind === 'stage') return heard.stage;
	const isWhole = heard.kind === 'acknowledged' && 'done' in heard.result && 'stage' in heard.result.done;
	return isWhole ? (heard.result as { done: { stage: Stage } }).done.stage : null;
}

type QuestionScene = Extract<Scene, { kind: 'question' }>;
const isOpen = ({ phase }: QuestionScene) => ['shown', 'running', 'paused', 'closing'].includes(phase);
