// Words a scanner misreads, put right only from this reviewed list (CONVENTIONS §7).
// It must never know grammar: anything not listed is a doubt elsewhere.

/** Wrong words (spaces match any gap), and what was meant. Case follows the source. */
export const MISREADINGS: readonly [RegExp, string][] = (
  [
    ['phô (?:biển|biến)', 'phổ biến'],
    ['phổ biển(?=,? giáo dục)', 'phổ biến'],
    ['công thông tin(?= điện tử| phổ| pbgdpl| của| tỉnh| quốc gia)', 'cổng thông tin'],
    ['chuyên (?:đổi|đội) số', 'chuyển đổi số'],
    ['bru điện', 'bưu điện'],
    ['đơn đốc', 'đôn đốc'],
    ['(?:tổ|tồ|tồi|tố) chức', 'tổ chức'],
    ['noi nhận', 'nơi nhận'],
    ['số số(?= *\\d)', 'số'],
    ['thẻ (?:chế|ché)', 'thể chế'],
    ['lòng ghép', 'lồng ghép'],
    ['cấp nhất kế thừa', 'cập nhật kế thừa'],
    ['số sức khỏe điện tử', 'sổ sức khỏe điện tử'],
  ] as const
).map(([wrong, right]) => [new RegExp(`(?<!\\p{L})${wrong}(?!\\p{L})`, 'giu'), right]);
export const ARTIFICIAL = /(?<=ứng dụng )IA(?!\p{L})/gu;
