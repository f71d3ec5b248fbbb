// Kinds of log lines and roles in words, for the server only: the browser need not carry the whole catalogue.
// A kind without words is shown as it is.
import { m } from '#lib/paraglide/messages.js';

const messages: Record<string, unknown> = m;

/** `sheet-locked` → "Nộp và khoá phiếu chấm". */
export function kindWords(kind: string): string {
	return said(`log_kind_${kind.replace(/[/-]/g, '_')}`) ?? kind;
}

export function roleWords(role: string): string {
	return said(`log_role_${role}`) ?? m.log_role_none();
}

function said(key: string): string | null {
	const message = messages[key];
	return typeof message === 'function' ? String(message()) : null;
}
