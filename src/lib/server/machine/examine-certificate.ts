// Looks at the certificate this server serves, when it serves one itself: its key, its days, its names.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { found, type Finding } from './finding.ts';

const dayMs = 86_400_000;
/** Time enough to renew it calmly before the event. */
const leastDays = 30;

export async function examineCertificate({ tls, origins }: Pick<Config, 'tls' | 'origins'>): Promise<Finding[]> {
	if (!tls) return [found('plain-http', 'hint')];
	try {
		const certificate = new X509Certificate(await readFile(tls.certificateFile));
		if (!certificate.checkPrivateKey(createPrivateKey(await readFile(tls.keyFile))))
			return [found('certificate-file', 'bad')];
		const days = Math.floor((Date.parse(certificate.validTo) - Date.now()) / dayMs);
		const state = days < 0 ? 'bad' : days < leastDays ? 'warning' : 'good';
		const hosts = origins.filter((origin) => origin.startsWith('https:')).map((origin) => new URL(origin).hostname);
		const strange = hosts.filter((host) => certificate.checkHost(host) === undefined);
		return [
			found('certificate', state, { days: Math.abs(days) }),
			...(strange.length > 0 ? [found('certificate-names', 'warning', { names: strange.join(', ') })] : [])
		];
	} catch {
		return [found('certificate-file', 'bad')];
	}
}
