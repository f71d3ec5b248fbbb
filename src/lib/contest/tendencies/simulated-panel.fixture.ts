// Panels made up by chance: quality, severity and noise of marks out of 100, and two judges who lift the same contestants if so wished (R141).
import type { MarkTable } from './mark-table.ts';

export interface PanelWish {
	judges?: number;
	contestants?: number;
	/** Two judges add 15 % to the same ten. */
	isCollusive?: boolean;
	/** Deviation of the judges' own spreads around 1; 0: all use the scale alike. */
	spread?: number;
}

export interface SimulatedPanel {
	table: MarkTable;
	/** Rows that were lifted, by the judges of the columns 0 and 1. */
	lifted: number[];
}

const level = 75;
const qualityDeviation = 7;
const severityDeviation = 3;
const noiseDeviation = 3;
const lift = 1.15;
const liftedPeople = 10;

export function simulatedPanel(random: () => number, wish: PanelWish = {}): SimulatedPanel {
	const { judges = 7, contestants = 54, isCollusive = false, spread = 0 } = wish;
	const many = <Made>(count: number, make: () => Made): Made[] => Array.from({ length: count }, make);
	const panel = many(judges, () => ({
		severity: severityDeviation * normal(random),
		spread: 1 + spread * normal(random)
	}));
	const qualities = many(contestants, () => qualityDeviation * normal(random));
	const lifted = isCollusive ? someOf(contestants, liftedPeople, random) : [];
	const table = qualities.map((quality, row) =>
		panel.map(({ severity, spread: own }, judge) => {
			const mark = level + own * quality + severity + noiseDeviation * normal(random);
			return onGrid(judge < 2 && lifted.includes(row) ? mark * lift : mark);
		})
	);
	return { table, lifted };
}

/** Quarter points, in hundredths, from 0 to 100,00. */
const onGrid = (mark: number): number => 25 * Math.round(4 * Math.min(100, Math.max(0, mark)));

/** Box and Muller. */
function normal(random: () => number): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function someOf(count: number, wanted: number, random: () => number): number[] {
	const left = [...Array(count).keys()];
	return Array.from({ length: wanted }, () => left.splice(Math.floor(random() * left.length), 1)[0] ?? 0);
}
