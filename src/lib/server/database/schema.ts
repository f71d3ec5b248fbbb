// Every table of the house as Drizzle sees it; the shapes inside jsonb columns are the rules' own types.
export * from './schema/accounts.ts';
export * from './schema/bank.ts';
export * from './schema/contests.ts';
export * from './schema/decisions.ts';
export * from './schema/entries.ts';
export * from './schema/files.ts';
export * from './schema/interests.ts';
export * from './schema/lots.ts';
export * from './schema/minutes.ts';
export * from './schema/papers.ts';
export * from './schema/people.ts';
export * from './schema/registrations.ts';
export * from './schema/rounds.ts';
export * from './schema/stage.ts';
export * from './schema/nodes.ts';
