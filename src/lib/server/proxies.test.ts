// T-20, ASVS 4.1.3: what a client writes into forwarded headers changes nothing.
import { describe, expect, it } from 'vitest';
import { clientAddress, isHttps } from './proxies.ts';

describe('the scheme', () => {
	const behind = { tls: undefined, origins: ['https://hoithi.example.vn', 'http://thi.example.vn:8080'] };

	it('is that of our own listener, or of the configured origin that was asked', () => {
		expect(isHttps('localhost:3000', { tls: {}, origins: [] })).toBe(true);
		expect(isHttps('hoithi.example.vn', behind)).toBe(true);
		expect(isHttps('thi.example.vn:8080', behind)).toBe(false);
		expect(isHttps('hoithi.example.vn:8443', behind)).toBe(false);
		expect(isHttps(undefined, behind)).toBe(false);
	});
});

describe('the address', () => {
	const proxies = ['127.0.0.1', '10.0.0.2'];

	it('is the connection of whoever is no proxy of ours, whatever they say', () => {
		expect(clientAddress('192.168.1.7', '8.8.8.8', proxies)).toBe('192.168.1.7');
		expect(clientAddress('::ffff:192.168.1.7', undefined, proxies)).toBe('192.168.1.7');
		expect(clientAddress('127.0.0.1', '8.8.8.8', [])).toBe('127.0.0.1');
	});

	it('is what our nearest proxy saw, past proxies of ours', () => {
		expect(clientAddress('::ffff:127.0.0.1', 'forged, 8.8.8.8, 192.168.1.7', proxies)).toBe('192.168.1.7');
		expect(clientAddress('127.0.0.1', '192.168.1.7, 10.0.0.2', proxies)).toBe('192.168.1.7');
		expect(clientAddress('127.0.0.1', ['192.168.1.7', '10.0.0.2'], proxies)).toBe('192.168.1.7');
	});

	it('is the proxy itself when it tells nothing', () => {
		expect(clientAddress('127.0.0.1', undefined, proxies)).toBe('127.0.0.1');
		expect(clientAddress(undefined, undefined, proxies)).toBe('');
	});
});
