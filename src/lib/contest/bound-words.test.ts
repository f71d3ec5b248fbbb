// Names and compounds stay on one line, and nothing becomes longer than a line holds.
import { describe, expect, test } from 'vitest';
import { boundWords } from './bound-words.ts';

/** With "_" for a no-break space, so that it can be seen. */
const seen = (text: string) => boundWords(text).replaceAll('\u00a0', '_');

describe('words that must not be torn', () => {
	test.each([
		[
			'Chủ tịch Hồ Chí Minh đọc bản Tuyên ngôn Độc lập tại đâu?',
			'Chủ_tịch Hồ_Chí_Minh đọc bản Tuyên_ngôn_Độc_lập tại đâu?'
		],
		['Đội Việt Nam Tuyên truyền Giải phóng quân', 'Đội_Việt_Nam Tuyên_truyền Giải_phóng_quân'],
		['Lịch sử Đảng Cộng sản Việt Nam', 'Lịch_sử_Đảng Cộng_sản_Việt_Nam'],
		['Cách mạng Tháng Tám thành công', 'Cách_mạng_Tháng_Tám thành_công'],
		['Hội thi báo cáo viên, tuyên truyền viên giỏi', 'Hội_thi báo_cáo_viên, tuyên_truyền_viên giỏi'],
		['Hương Cảng (Trung Quốc)', 'Hương_Cảng (Trung_Quốc)'],
		['Quảng trường Ba Đình, Hà Nội', 'Quảng_trường_Ba_Đình, Hà_Nội'],
		['Đảng bộ Khối các cơ quan tỉnh Quảng Ninh', 'Đảng_bộ_Khối các cơ_quan tỉnh Quảng_Ninh'],
		['T/M BAN TỔ CHỨC HỘI THI BÁO CÁO VIÊN', 'T/M_BAN_TỔ_CHỨC HỘI_THI BÁO_CÁO_VIÊN'],
		['Công nghiệp Than - Khoáng sản Việt Nam', 'Công_nghiệp_Than_- Khoáng_sản_Việt_Nam'],
		['họp ngày 3/2/1930 ở đâu', 'họp ngày_3/2/1930 ở đâu']
	])('%s', (text, expected) => expect(seen(text)).toBe(expected));

	test('a mark between two capitals keeps them apart', () => {
		expect(seen('Hà Nội, Huế. Ai viết?')).toBe('Hà_Nội, Huế. Ai viết?');
	});

	test('nothing joined is longer than four syllables or twenty-one letters', () => {
		const text = 'NGUYỄN ĐỖ HOÀNG PHƯƠNG ANH VÀ CÁC ĐỒNG CHÍ Uỷ viên Ban Thường vụ Tỉnh uỷ Thừa Thiên Huế';
		for (const joined of boundWords(text).split(' ')) {
			expect(joined.length).toBeLessThanOrEqual(21);
			expect(joined.split('\u00a0').length).toBeLessThanOrEqual(4);
		}
		expect(boundWords(text).replaceAll('\u00a0', ' ')).toBe(text);
	});
});
