// What the application's role may do with each table beside reading it and adding rows: no more than the stores do (ADR 0020). It must not know how
// rights are given.
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import * as schema from './schema.ts';

type Tables = {
	[Name in keyof typeof schema as (typeof schema)[Name] extends PgTable ? Name : never]: (typeof schema)[Name];
};

interface Rights<Table extends PgTable> {
	/** Columns whose values may be replaced; without them rows are only ever added. */
	change?: (keyof Table['_']['columns'])[];
	/** Whether rows may be taken out. */
	remove?: true;
}

/** A table the schema has and this list has not does not compile; one that the database alone has may be read and added to, no more. */
const rights: { [Name in keyof Tables]: Rights<Tables[Name]> } = {
	// Only ever added.
	answer: {},
	contestEvent: {},
	decision: {},
	draw: {},
	drawing: {},
	entryChoice: {},
	entryVersion: {},
	fileAsPdf: {},
	frozenList: {},
	minutesSignature: {},
	paperEntry: {},
	publication: {},
	quarantinedAnswer: {},
	rulesVersion: {},
	storedFile: {},
	storedFilePart: {},

	// Triggers hold when and by whom: a draft is saved, then signed or closed; what is open is settled once.
	markingLock: {
		change: ['askedBy', 'askedByAccount', 'askedAt', 'reason', 'openedBy', 'openedByAccount', 'openedAt']
	},
	paperSheet: {
		change: ['state', 'settledBy', 'settledByAccount', 'settledAt', 'settledReason', 'chosen', 'scoresheetId']
	},
	calibration: { change: ['closedAt', 'closedBy', 'closedByAccount'] },
	calibrationSheet: {
		change: ['version', 'operation', 'marks', 'comments', 'savedAt', 'lockedAt', 'signedBy']
	},
	interest: { change: ['withdrawnBy', 'withdrawnByAccount', 'withdrawnAt', 'withdrawnReason'] },
	proposal: { change: ['state', 'settledBy', 'settledByAccount', 'settledAt', 'settledReason'] },
	scoresheet: {
		change: ['version', 'operation', 'marks', 'comments', 'savedAt', 'refusedAt', 'lockedAt', 'signedBy', 'closedAt']
	},

	// Who comes in.
	account: { change: ['passwordHash'] },
	invitation: { change: ['usedAt'], remove: true },
	membership: { remove: true },
	session: { change: ['epoch', 'expiresAt', 'revokedAt'], remove: true },
	signingPin: { change: ['pinHash', 'setAt', 'tries', 'provedAt'] },
	slip: { change: ['revokedAt'] },
	contact: { change: ['name', 'phone', 'email', 'linkHash', 'linkMadeAt', 'removedAt'] },

	// What is prepared: codes and numbers stay, what they stand for is imported anew; an import may be taken back while nothing refers to its rows.
	contestant: {
		remove: true,
		change: [
			'fullName',
			'familyName',
			'middleName',
			'givenName',
			'gender',
			'birthDate',
			'unitId',
			'position',
			'phone',
			'email',
			'status',
			'checkedInAt',
			'category',
			'cluster',
			'team',
			'listedSession',
			'mayWin',
			'route',
			'joinedAt',
			'deviceEpoch',
			'extraPercent',
			'codeName'
		]
	},
	entryRequest: {
		change: [
			'partCode',
			'title',
			'note',
			'kinds',
			'mostBytes',
			'dueAt',
			'late',
			'latePoints',
			'latePart',
			'isAnonymous',
			'markBy'
		]
	},
	fileImport: { change: ['undoneBy', 'undoneAt'] },
	judge: {
		remove: true,
		change: ['fullName', 'role', 'panels', 'limits', 'position', 'unitId', 'accountId']
	},
	// What is asked never changes; versions come after each other, and what became of one is added.
	question: {
		remove: true,
		change: [
			'isLatest',
			'reviewedBy',
			'reviewedAt',
			'approvedBy',
			'approvedAt',
			'retiredBy',
			'retiredAt',
			'retiredReason'
		]
	},
	questionKey: { remove: true, change: ['key'] },
	registration: {
		change: [
			'state',
			'version',
			'isReserve',
			'fullName',
			'gender',
			'birthDate',
			'position',
			'phone',
			'email',
			'category',
			'route',
			'answers',
			'photoId',
			'confirmationId',
			'returnedReason',
			'contestantId',
			'inPlaceOfId',
			'sentAt',
			'settledAt'
		]
	},
	registrationTerms: {
		change: ['opensAt', 'closesAt', 'reserves', 'questions', 'wantsPhoto', 'wantsConfirmation', 'version']
	},
	rubric: { remove: true, change: ['name', 'maxPoints', 'criteria'] },
	situation: { remove: true, change: ['text', 'pointsOfAnswer'] },
	topic: { remove: true, change: ['title', 'hint'] },
	unit: { remove: true, change: ['name', 'kind', 'parentCode', 'members', 'quota', 'validFrom', 'validUntil'] },

	// What goes on.
	contest: {
		change: [
			'rules',
			'rulesVersion',
			'hall',
			'standingsShown',
			'bankPolicy',
			'codeNamesInHall',
			'publishedAt',
			'version',
			'logCount',
			'logHash'
		]
	},
	givenPoints: { change: ['points', 'reason', 'givenBy', 'madeAt'], remove: true },
	certificate: { change: ['content', 'background', 'changedAt'] },
	letterhead: { change: ['content', 'changedAt'] },
	node: {
		change: ['name', 'version', 'startedAt', 'seenAt', 'redis', 'connections', 'contestants'],
		remove: true
	},
	outcome: { remove: true },
	privateRemark: { change: ['text'], remove: true },
	round: {
		change: [
			'phase',
			'questionIndex',
			'deadlineAt',
			'remainingMs',
			'allowedMs',
			'graceMs',
			'extraPercent',
			'joiningClosedAt',
			'setOpenedAt'
		],
		remove: true
	},
	roundQuestion: {
		change: [
			'isAccepting',
			'mayChange',
			'deadlineAt',
			'allowedMs',
			'graceMs',
			'extraPercent',
			'countsFrom',
			'sealedAt',
			'revealedAt'
		],
		remove: true
	},
	turn: {
		change: [
			'position',
			'topicId',
			'situationId',
			'status',
			'calledAt',
			'onStageAt',
			'startedAt',
			'endedAt',
			'removedMs'
		],
		remove: true
	}
};

export interface TableRights {
	/** Names of the database, not quoted. */
	changes: string[];
	mayRemove: boolean;
}

/** By the database's name of the table; the catalogue is asked whether the database has it. */
export const rightsByTable: ReadonlyMap<string, TableRights> = new Map(
	(Object.keys(rights) as (keyof Tables)[]).map((name) => {
		const columns = getTableColumns(schema[name]) as Record<string, { name: string }>;
		const { change = [], remove = false } = rights[name] as Rights<PgTable>;
		const changes = change.map((column) => columns[column as string]?.name ?? String(column));
		return [getTableName(schema[name]), { changes, mayRemove: remove }];
	})
);
