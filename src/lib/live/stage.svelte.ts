// A screen's connection: the newest whole stage, the server's time, and words for the state of the line.
import { io, type Socket } from 'socket.io-client';
import { isDuringQuestion, type Audience, type Mine, type Stage } from '../contest/stage.ts';
import {
	protocolVersion,
	type Answered,
	type ClientEvents,
	type Progress,
	type ServerEvents,
	type Snapshot
} from './protocol.ts';
import { makeServerClock, sampleEveryMs, sampleWaits } from './server-clock.ts';
import { reloadOnce } from './soft-reload.ts';

export type Connection = 'connected' | 'reconnecting' | 'offline';

export type LiveSocket = Socket<ServerEvents, ClientEvents>;

export interface LiveStage {
	readonly stage: Stage | null;
	readonly mine: Mine | null;
	readonly progress: Progress | null;
	readonly connection: Connection;
	/** True once this slip or session is no longer good. */
	readonly isRevoked: boolean;
	readonly socket: LiveSocket;
	/** Server time, ms since the epoch. */
	now(): number;
	/** Called each time the line is good again. */
	onReady(act: () => void): void;
	close(): void;
}

/** Nothing answered for this long counts as lost. */
const silenceMs = 3_000;
/** Whoever comes back to this tab is not kept waiting that long for a line that is dead. */
const returnMs = 1_000;

/** Connects and follows. Call inside a component: `$effect(() => () => live.close())` ends it. */
export function watchStage(given: {
	audience: Audience;
	contestId: string;
	/** What the page was rendered with, so that there is never an empty screen. */
	initial?: Pick<Snapshot, 'stage' | 'mine'> | null;
	/** Server time when the page was rendered: somewhere between the page's start and now. */
	serverNow?: number;
}): LiveStage {
	let stage = $state.raw<Stage | null>(given.initial?.stage ?? null);
	let mine = $state.raw<Mine | null>(given.initial?.mine ?? null);
	let progress = $state.raw<Progress | null>(null);
	let connection = $state<Connection>('reconnecting');
	let isRevoked = $state(false);
	const clock = makeServerClock();
	if (given.serverNow !== undefined && typeof window !== 'undefined')
		clock.learn(0, performance.now(), given.serverNow);
	const readyActs: (() => void)[] = [];

	const socket: LiveSocket = io({
		transports: ['websocket'],
		auth: { protocol: protocolVersion, audience: given.audience, contestId: given.contestId },
		reconnectionDelay: 300,
		reconnectionDelayMax: 2_000,
		randomizationFactor: 0.7,
		timeout: 4_000,
		autoConnect: typeof window !== 'undefined'
	});

	/** Of the server's protocol, once it has told that this screen's is older. */
	let newerVersion: number | null = null;
	/** Phones and projectors only: nobody types on them between questions. */
	function reloadBetweenQuestions(): void {
		const isFree = given.audience === 'contestant' || given.audience === 'screen';
		if (newerVersion !== null && isFree && !(stage && isDuringQuestion(stage))) reloadOnce(newerVersion);
	}
	const takeStage = (next: Stage) => {
		if (!stage || next.version >= stage.version || next.contest.id !== stage.contest.id) stage = next;
		reloadBetweenQuestions();
	};
	/** Two readings of one version may come in the wrong order: the later answer is the newer. */
	const sequenceIn = (each: Mine) => each.answer?.receipt.sequence ?? 0;
	const takeMine = (next: Mine) => {
		if (!mine || next.version > mine.version || (next.version === mine.version && sequenceIn(next) >= sequenceIn(mine)))
			mine = next;
	};

	/** A burst after connecting, then now and then as long as this connection lasts. */
	let sampling: ReturnType<typeof setTimeout> | undefined;
	async function sampleTime(waits: number[]): Promise<void> {
		const before = performance.now();
		const result: Answered<{ now: number }> = await socket.timeout(silenceMs).emitWithAck('clock:get', {});
		if ('done' in result) clock.learn(before, performance.now(), result.done.now);
		const [wait = sampleEveryMs, ...later] = waits;
		if (socket.connected) sampling = setTimeout(() => void sampleTime(later).catch(() => {}), wait);
	}

	async function askForWhole(patienceMs = silenceMs): Promise<void> {
		const result: Answered<Snapshot> = await socket.timeout(patienceMs).emitWithAck('stage:get', {});
		if (!('done' in result)) return;
		connection = 'connected';
		takeStage(result.done.stage);
		if (result.done.mine) takeMine(result.done.mine);
	}

	/** After a doubt: a dead line is closed so that a new one is tried at once. */
	function askAgain(patienceMs = silenceMs): void {
		// `connect` alone would wait for the next try, which may be seconds away.
		if (!socket.connected) return void socket.disconnect().connect();
		askForWhole(patienceMs).catch(() => socket.io.engine.close());
	}

	socket.on('connect', () => {
		connection = 'connected';
		clearTimeout(sampling);
		sampleTime(sampleWaits).catch(() => {});
		for (const act of readyActs) act();
	});
	socket.on('disconnect', () => {
		connection = navigator.onLine === false ? 'offline' : 'reconnecting';
	});
	socket.io.on('reconnect_attempt', () => {
		connection = navigator.onLine === false ? 'offline' : 'reconnecting';
	});
	socket.on('stage', takeStage);
	socket.on('mine', takeMine);
	socket.on('progress', (next) => (progress = next));
	socket.on('version', (version) => {
		if (stage && version > stage.version) askForWhole().catch(() => {});
	});
	socket.on('answered', () => askAgain());
	socket.on('revoked', () => (isRevoked = true));
	socket.on('outdated', (version) => {
		newerVersion = version;
		reloadBetweenQuestions();
	});
	socket.on('moving', (waitMs) => {
		socket.disconnect();
		setTimeout(() => socket.connect(), Math.random() * waitMs);
	});

	const onReturn = () => {
		if (document.visibilityState === 'visible') askAgain(returnMs);
	};
	const onOffline = () => (connection = 'offline');
	if (typeof window !== 'undefined') {
		document.addEventListener('visibilitychange', onReturn);
		window.addEventListener('pageshow', onReturn);
		window.addEventListener('online', onReturn);
		window.addEventListener('offline', onOffline);
	}

	return {
		get stage() {
			return stage;
		},
		get mine() {
			return mine;
		},
		get progress() {
			return progress;
		},
		get connection() {
			return connection;
		},
		get isRevoked() {
			return isRevoked;
		},
		socket,
		now: () => clock.now(),
		onReady: (act) => void readyActs.push(act),
		close() {
			if (typeof window !== 'undefined') {
				document.removeEventListener('visibilitychange', onReturn);
				window.removeEventListener('pageshow', onReturn);
				window.removeEventListener('online', onReturn);
				window.removeEventListener('offline', onOffline);
			}
			clearTimeout(sampling);
			socket.close();
		}
	};
}
