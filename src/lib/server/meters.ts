// What this node counts and measures for whoever operates it, as Prometheus reads it; no names, no keys, no contests.
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** By which way an answer came. */
export type AnswerWay = 'socket' | 'http';

export interface Meters {
	/** An answer has come; what it returns is called when it is decided, just before the phone is told. */
	answerCame(way: AnswerWay): (isStored: boolean) => void;
	/** One commit of so many answers has returned. */
	committed(answers: number): void;
	/** One whole stage was sent to everybody of this audience on this node. */
	sentStage(audience: string): void;
	/** Sets what is measured only when somebody asks; a label's values that are not given are gone. */
	setGauge(name: GaugeName, values: readonly { label: string; value: number }[]): void;
	/** Memory, event loop and garbage of the process, from now on. */
	watchProcess(): void;
	text(): Promise<string>;
	readonly contentType: string;
}

/** Each with its help and the name of its one label. */
const gauges = {
	hoithi_connections: ['Connected screens of this node', 'audience'],
	hoithi_redis_connected: ['1 while this node hears Redis; absent without REDIS_URL', 'node'],
	hoithi_database_round_trip_seconds: ['One small question to the database, through each pool', 'pool'],
	hoithi_database_connections: ['Connections of all nodes to the database', 'state'],
	hoithi_listeners: ['Listeners of events that outlive every request and every connection', 'emitter'],
	hoithi_nodes: ['Nodes that told of themselves in the last seconds', 'version']
} as const;
export type GaugeName = keyof typeof gauges;

export function openMeters(): Meters {
	const register = new Registry();
	const registers = [register];
	const came = new Counter({
		name: 'hoithi_answers_received_total',
		help: 'Answers that came, repeated ones too',
		labelNames: ['way'],
		registers
	});
	const decided = new Counter({
		name: 'hoithi_answers_decided_total',
		help: 'Answers that were given a receipt or a refusal',
		labelNames: ['way', 'outcome'],
		registers
	});
	const acknowledged = new Histogram({
		name: 'hoithi_answer_seconds',
		help: 'From the arrival of an answer to its receipt or refusal',
		buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 2, 5],
		registers
	});
	const batches = new Histogram({
		name: 'hoithi_answers_per_commit',
		help: 'How many answers shared one commit',
		buckets: [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000],
		registers
	});
	const stages = new Counter({
		name: 'hoithi_stages_sent_total',
		help: 'Whole stages sent, one for each audience of this node',
		labelNames: ['audience'],
		registers
	});
	/** Found once: a label is looked up each time it is named. */
	const ofWay = (way: AnswerWay) => ({
		received: came.labels(way),
		stored: decided.labels(way, 'stored'),
		refused: decided.labels(way, 'refused')
	});
	const byWay = { socket: ofWay('socket'), http: ofWay('http') };
	const measured = new Map<GaugeName, Gauge>();
	for (const [name, [help, label]] of Object.entries(gauges) as [GaugeName, readonly [string, string]][])
		measured.set(name, new Gauge({ name, help, labelNames: [label], registers }));
	return {
		answerCame(way) {
			const { received, stored, refused } = byWay[way];
			received.inc();
			const beganAt = performance.now();
			return (isStored) => {
				acknowledged.observe((performance.now() - beganAt) / 1000);
				(isStored ? stored : refused).inc();
			};
		},
		committed: (answers) => batches.observe(answers),
		sentStage: (audience) => stages.inc({ audience }),
		setGauge(name, values) {
			const gauge = measured.get(name);
			gauge?.reset();
			for (const { label, value } of values) gauge?.set({ [gauges[name][1]]: label }, value);
		},
		watchProcess: () => collectDefaultMetrics({ register }),
		text: () => register.metrics(),
		contentType: register.contentType
	};
}
