// The contest behind a six-digit code, as anybody at the door may see it.
import type { App } from '../app.ts';
import { readContestByJoinCode } from '../stores/contests.ts';

export async function readJoinable(app: App, code: string): Promise<{ name: string; organiser: string } | null> {
	const digits = code.replace(/\D/g, '');
	if (digits.length !== 6) return null;
	const contest = await readContestByJoinCode(app.database.drizzle, digits);
	return contest && { name: contest.name, organiser: contest.organiser };
}
