import type {
  AppliedCriteria,
  CaseIdKind,
  ExpectedWord,
  Form,
  IdKind,
  IssueArgs,
  NamedUnit,
  NoResult,
  PersonalKind,
  Portion,
  Position,
  RuleFault,
  ValueKind,
  YamlFault,
} from './issue.ts';
import { dayText, numberText } from './format.ts';
import { diffVi } from './diff-vi.ts';
import type { Messages } from './messages.ts';
import type { RoundingWord, StepWords } from './report-messages.ts';

/** Phần câu gợi ý các tên gần giống. */
const nearest = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` Có phải là ${names.map(quote).join(', ')}?`;
const quote = (text: string): string => `“${text}”`;
/** Ngày, như người Việt viết. */
const day = (iso: string): string => dayText(iso, 'vi');
/** Các mục, mỗi mục một dòng; đọc liền cũng thành câu. */
const listed = (items: readonly string[]): readonly string[] =>
  items.map((item, index) => `  ${item}${index < items.length - 1 ? ';' : '.'}`);
const list = (items: readonly string[]): string => items.join(', ');
/** A label inside a sentence begins small, unless it begins with an abbreviation. */
const inSentence = (label: string): string =>
  /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
const unchangeable = (labels: readonly string[]): string =>
  labels.length === 0 ? '' : `: không còn thay đổi được ${labels.map(inSentence).join('; ')}`;
const oneOf = (items: readonly string[]): string => [...items.slice(0, -2), items.slice(-2).join(' hoặc ')].join(', ');

/** Một ô và tên cột của nó, như trong tệp. */
const cell = (header: string, found: { readonly received: string | null }): string =>
  `Cột ${quote(header)}: ${quote(found.received ?? '')}`;

/** Đơn vị: tên và mã. */
const unit = ({ code, name }: NamedUnit): string => (name === null ? code : `${name} (${code})`);
/** How many units a sentence names; an issue may know of more. */
const UNITS_NAMED = 20;
const units = (found: readonly NamedUnit[], total: number): string => {
  const shown = found.slice(0, UNITS_NAMED);
  return `${shown.map(unit).join('; ')}${total > shown.length ? `; và ${numberText(String(total - shown.length), 'vi')} đơn vị khác` : ''}`;
};
const place = ({ file, line, column }: Position): string =>
  `${file}${line === undefined ? '' : `, dòng ${line}`}${column === undefined ? '' : `, cột ${column}`}`;
const PORTIONS: Readonly<Record<Portion, string>> = { whole: '', part: ' (một phần)', population: ' (toàn bộ dân số)' };

/** Tệp nhị phân trông giống gì, và phải làm gì. */
const BINARY: Readonly<Record<IssueArgs['data/binary']['looksLike'], string>> = {
  xlsx: 'Đây là sổ tính Excel (.xlsx), không phải CSV. Hãy mở bằng Excel và lưu thành “CSV UTF-8 (Comma delimited)”.',
  xls: 'Đây là sổ tính Excel kiểu cũ (.xls). Hãy mở bằng Excel và lưu thành “Excel Workbook (*.xlsx)”.',
  pdf: 'Đây là tệp PDF, không phải CSV. Cần bảng số liệu gốc, lưu dạng CSV UTF-8.',
  unknown: 'Tệp chứa dữ liệu nhị phân, không phải văn bản. Cần tệp CSV mã hóa UTF-8.',
};

/** Những gì có thể đứng tiếp trong công thức. */
const WORDS: Readonly<Record<ExpectedWord, string>> = {
  operand: 'một số, một tên hoặc “(”',
  operator: 'một phép toán (như + / >= and)',
  name: 'một tên',
  end: 'kết thúc công thức',
  '(': '“(”',
  ')': '“)”',
  '[': '“[”',
  ']': '“]”',
  ',': '“,”',
};
const KINDS: Readonly<Record<ValueKind, string>> = {
  number: 'một số',
  condition: 'một điều kiện',
  choice: 'một giá trị lựa chọn',
  'choice-indicator': 'một chỉ tiêu dạng lựa chọn',
  'whole-number': 'một số nguyên',
};
/** Thứ nguyên: `count`, `percent`, rỗng là tỷ số, còn lại là đơn vị đo. */
const dimension = (name: string): string =>
  name === 'count' ? 'số đếm' : name === 'percent' ? 'tỷ lệ phần trăm' : name === '' ? 'tỷ số' : quote(name);

/** Cách viết trong tệp tiêu chí. */
const FORMS: Readonly<Record<Form, string>> = {
  text: 'một đoạn chữ',
  words: 'một đoạn chữ, hoặc { vi: …, en: … }',
  boolean: 'true hoặc false',
  condition: 'một công thức, mã một tiêu chí, hoặc một trong các dạng all, any, not, at_least … of',
  rule: 'đúng một trong: test, bands (kèm on), scale (kèm on), deduct, parts',
  pair: 'hai số, [giá trị, điểm]',
  score: 'một danh sách tiêu chí với cách tính count, hoặc một số điểm với các cách khác',
  parts: 'một danh sách điều kiện, hoặc các điều kiện có tên',
  list: 'một danh sách có ít nhất một mục',
  map: 'các khóa kèm giá trị',
  family: 'chữ thường không dấu, chữ số và gạch nối, như vn-drug-free',
  version: 'chữ và số, như "2025" hoặc "2.1"',
  'set-id': 'mã bộ tiêu chí, như vn-drug-free@2025',
  name: 'chữ thường không dấu, chữ số và gạch dưới, như use_points',
  'criterion-id': 'một mã bắt đầu bằng chữ hoa, như I.a',
  'source-id': 'chữ thường không dấu và chữ số, như qd28',
  date: 'một ngày viết như 2025-08-24',
  'month-day': 'tháng và ngày viết như 12-15',
  year: 'một năm viết như 2025',
  decimal: 'một số viết với dấu chấm thập phân, như 0.5 hoặc 20%',
  'plain-decimal': 'một số viết với dấu chấm thập phân, không kèm dấu %, như 0',
  'whole-number': 'một số nguyên từ 1 trở lên',
  share: 'một tỷ lệ từ 0% đến 100%, như 20%',
  cite: 'văn bản và điều khoản, như qd28 Đ4.k1.a',
  url: 'một địa chỉ bắt đầu bằng https://',
  fingerprint: 'dấu nhận dạng gồm 12 chữ số thập lục phân, như xasach diff nêu',
  merge: 'sum, max hoặc any, hoặc { by: …, of: people, bounds: true }',
  cell: 'một số, một đoạn chữ, true, false hoặc null',
  verdict: 'true, false hoặc null',
  'points-range': 'một số điểm, { min: …, max: … } hoặc null',
  'one-case': 'hoặc data (kèm history nếu cần), hoặc units',
  expectation: 'ít nhất một trong: class, candidates, certified, score, states, points',
};
const YAML_FAULTS: Readonly<Record<YamlFault, string>> = {
  indentation:
    'Thụt đầu dòng chưa đúng ở đây. Các khóa cùng cấp phải bắt đầu ở cùng một cột, và ngoặc đã mở ở trên phải được đóng.',
  tab: 'Không được thụt đầu dòng bằng phím Tab. Hãy dùng dấu cách.',
  'missing-mark':
    'Ở đây thiếu dấu hai chấm, dấu phẩy, dấu nháy hoặc dấu đóng ngoặc. Hãy đặt chữ và công thức trong dấu nháy.',
  escape: 'Dấu gạch chéo ngược trong đoạn chữ này không có nghĩa. Hãy dùng dấu nháy đơn.',
  alias: 'Tham chiếu (*tên) này không có điểm neo (&tên) đứng trước.',
  tag: 'Ở đây không dùng thẻ như !!str. Hãy bỏ đi.',
  directive: 'Ở đây không dùng dòng chỉ thị bắt đầu bằng %. Hãy bỏ dòng này.',
  unexpected: 'Phần này không thể đứng ở đây. Hãy đặt chữ và công thức trong dấu nháy.',
};
const SIZES: Readonly<Record<IssueArgs['criteria/too-large']['of'], string>> = {
  characters: 'ký tự',
  levels: 'tầng lồng nhau',
  values: 'giá trị',
  options: 'phương án của các cách hiểu',
};
const ID_KINDS: Readonly<Record<IdKind, string>> = {
  criterion: 'tiêu chí',
  class: 'loại',
  source: 'văn bản nguồn',
  'rank-key': 'đại lượng hay chỉ tiêu',
};

const CASE_ID_KINDS: Readonly<Record<CaseIdKind, string>> = {
  criterion: 'tiêu chí',
  class: 'loại',
  column: 'chỉ tiêu hay cột',
  reading: 'cách hiểu',
  option: 'cách hiểu với phương án',
};

const NOT_WRITABLE: Readonly<Record<IssueArgs['file/not-writable']['reason'], (detail: string) => string>> = {
  'no-folder': () => 'Thư mục của tệp kết quả không tồn tại. Hãy tạo thư mục, hoặc chọn thư mục khác.',
  'is-folder': () => 'Đây là thư mục. Hãy nêu tên tệp cần ghi.',
  'no-permission': () => 'Không có quyền ghi ở đây. Hãy chọn thư mục của mình.',
  'no-space': () => 'Ổ đĩa đã đầy; chưa ghi gì. Hãy giải phóng dung lượng, hoặc chọn ổ đĩa khác.',
  other: (detail) => `Không ghi được tệp (${detail}); chưa ghi gì.`,
};

const RULE_FAULTS: Readonly<Record<RuleFault, string>> = {
  'points-needed': 'bands, scale, deduct và parts phải có điểm (points).',
  'mandatory-with-points': 'điều kiện bắt buộc chỉ có đạt hoặc không đạt, không chấm điểm.',
  'weight-needed': 'trong cách tính weighted, mỗi tiêu chí có điểm phải có trọng số (weight).',
  'bands-not-descending': 'các mức (bands) xếp từ giá trị cao nhất đến thấp nhất, mỗi giá trị một lần.',
  'scale-not-ascending': 'các giá trị của thang (scale) tăng dần, mỗi giá trị một lần.',
  'best-step-not-points': 'mức tốt nhất phải đúng bằng số điểm của tiêu chí.',
};

const PERSONAL: Readonly<Record<PersonalKind, string>> = {
  name: 'họ tên của người',
  identity: 'số căn cước, chứng minh nhân dân hoặc hộ chiếu',
  phone: 'số điện thoại',
  birth: 'ngày sinh',
  address: 'địa chỉ của người',
};
const NOT_A_WORKBOOK: Readonly<Record<IssueArgs['data/not-a-workbook']['reason'], string>> = {
  'no-zip': 'Tệp không phải là sổ tính Excel (.xlsx). Hãy mở bằng Excel và lưu lại thành “Excel Workbook (*.xlsx)”.',
  'no-sheet': 'Sổ tính không có trang tính nào đọc được. Hãy mở bằng Excel và lưu lại thành “Excel Workbook (*.xlsx)”.',
  broken: 'Sổ tính bị hỏng hoặc không đúng định dạng .xlsx. Hãy mở bằng Excel, để Excel sửa chữa, rồi lưu lại.',
};

/** Cách viết giá trị, theo kiểu của chỉ tiêu. */
const VALUE_OF: Readonly<
  Record<IssueArgs['what-if/not-a-value']['type'], (values: IssueArgs['what-if/not-a-value']['values']) => string>
> = {
  count: () => 'Hãy viết một số nguyên, như 3.',
  decimal: () => 'Hãy viết một số với dấu chấm thập phân, như 2.5.',
  percent: () => 'Hãy viết tỷ lệ kèm dấu %, như 80%.',
  boolean: () => 'Hãy viết có hoặc không.',
  choice: (values) => `Hãy viết một trong các giá trị: ${list(values.map(({ id, label }) => `${id} (${label.vi})`))}.`,
};
const NO_RESULT: Readonly<Record<NoResult, (detail: string | null) => string>> = {
  'not-json': () => 'Tệp này không phải JSON nên không phải kết quả đã có.',
  'other-json': () => 'Tệp này là JSON nhưng không phải kết quả của xasach (“format” không phải “xasach/result@1”).',
  broken: (detail) => `Kết quả này không còn nguyên vẹn${detail === null ? '' : `: có chỗ sai ở ${detail}`}.`,
};
const appliedText = ({ id, readings }: AppliedCriteria): string => {
  const chosen = Object.entries(readings).map(([reading, option]) => `${reading}=${option}`);
  return chosen.length === 0 ? id : `${id} (${list(chosen)})`;
};
const differenceText = ({ difference, before, after }: IssueArgs['compare/other-criteria']): string => {
  switch (difference) {
    case 'set':
      return `Bên trước được đánh giá theo ${before.id}, bên này theo ${after.id}.`;
    case 'text':
      return `Cả hai bên đều được đánh giá theo ${after.id}, nhưng nội dung tệp tiêu chí đã thay đổi.`;
    case 'readings':
      return `Hai bên được đánh giá theo cách hiểu khác nhau: ${appliedText(before)} và ${appliedText(after)}.`;
    default:
      return difference satisfies never;
  }
};

const NOT_CERTIFYING: Readonly<Record<keyof Messages['report']['statuses'], string>> = {
  draft: 'bản thảo, không do cơ quan nào ban hành',
  partial: 'bộ tiêu chí chưa đầy đủ',
  'in-force': 'bộ tiêu chí đang có hiệu lực',
  retired: 'bộ tiêu chí đã hết hiệu lực',
};
const UNIT_LEVELS: Messages['report']['levels'] = {
  hamlet: 'thôn, bản, tổ dân phố',
  commune: 'cấp xã',
  district: 'cấp huyện',
  province: 'cấp tỉnh',
};
const ROUNDING: Readonly<Record<RoundingWord, string>> = {
  'half-up': 'nửa thì làm tròn lên',
  'half-even': 'nửa thì làm tròn về số chẵn',
  'half-down': 'nửa thì làm tròn xuống',
  up: 'luôn làm tròn lên',
  down: 'luôn làm tròn xuống',
};
const step = ({ value, points }: StepWords): string => `${value} (${points} điểm)`;

export const vi: Messages = {
  issues: {
    'formula/unexpected-character': (a) => `Ký tự ${quote(a.character)} không có nghĩa trong công thức.`,
    'formula/wrong-operator': (a) => `Công thức không dùng ${quote(a.found)}. Hãy viết ${a.write}.`,
    'formula/unexpected-token': (a, i) =>
      `${i.received === null ? 'Công thức kết thúc quá sớm' : `${quote(i.received)} không thể đứng ở đây`}; cần ${list(a.expected.map((word) => WORDS[word]))}.`,
    'formula/too-long': (a) => `Công thức dài quá ${a.limit} ký tự. Hãy tách thành các đại lượng (measures).`,
    'formula/too-deep': (a) => `Công thức lồng nhau quá ${a.limit} tầng. Hãy tách thành các đại lượng (measures).`,
    'formula/unknown-name': (a) =>
      `Không có chỉ tiêu, đại lượng, tiêu chí hay giá trị nào tên là ${quote(a.name)}.${nearest(a.nearest)}`,
    'formula/unknown-function': (a) => `Không có hàm ${quote(a.name)}. Các hàm hiện có: ${list(a.known)}.`,
    'formula/wrong-argument-count': (a) =>
      `Hàm ${quote(a.name)} cần ${a.least === a.most ? a.least : `ít nhất ${a.least}`} tham số.`,
    'formula/wrong-type': (a) => `Cần ${KINDS[a.expected]}, nhưng gặp ${KINDS[a.found]}.`,
    'formula/mixed-units': (a) => `Không thể cộng hay so sánh ${dimension(a.left)} với ${dimension(a.right)}.`,
    'formula/percent-needed': (a) => `Tỷ lệ phần trăm đang được so với số trần ${a.number}. Hãy viết ${a.number}%.`,
    'formula/division-by-zero': () => 'Phép chia cho 0.',
    'formula/unknown-choice': (a, i) =>
      `${quote(i.received ?? '')} không phải là giá trị của ${quote(a.indicator)}. Các giá trị: ${list(a.known)}.`,
    'data/empty-file': () => 'Tệp trống. Cần một dòng tiêu đề cột và ít nhất một dòng số liệu.',
    'data/binary': (a) => BINARY[a.looksLike],
    'data/not-utf8': (a) =>
      `${a.looksLike === null ? 'Dòng này chứa byte không thuộc mã UTF-8' : `Tệp được mã hóa ${a.looksLike}, không phải UTF-8`}. Hãy mở tệp bằng Excel và lưu thành “CSV UTF-8 (Comma delimited)”.`,
    'data/encoding': (a) => `Tệp được mã hóa ${a.encoding}, không phải UTF-8; đã đọc theo mã này.`,
    'data/unknown-encoding': (a) =>
      `Dòng này chứa byte không thuộc mã UTF-8, và đọc theo ${list(a.tried)} cũng không chắc chắn ra chữ Việt. Hãy lưu tệp thành “CSV UTF-8”, hoặc nêu bảng mã bằng --encoding.`,
    'data/undecodable': (a) =>
      `Đọc theo mã ${a.encoding} không ra chữ Việt. Hãy nêu đúng bảng mã bằng --encoding, hoặc lưu tệp thành “CSV UTF-8”.`,
    'data/quote-not-closed': () =>
      'Dấu nháy kép mở ở đây không được đóng lại, nên không xác định được các ô phía sau. Hãy thêm dấu nháy đóng, hoặc xóa dấu nháy này.',
    'data/quote-misplaced': () =>
      'Dấu nháy kép nằm giữa ô. Hãy đặt cả ô trong dấu nháy kép và viết đôi mỗi dấu nháy bên trong (""), hoặc xóa dấu nháy.',
    'data/record-too-long': (a) => `Dòng dài quá ${a.limit} ký tự. Hãy kiểm tra xem đây có đúng là tệp CSV không.`,
    'data/too-many-columns': (a) => `Có hơn ${a.limit} cột. Hãy kiểm tra dấu phân cách, hoặc chỉ giữ các cột cần dùng.`,
    'data/not-a-workbook': (a) => NOT_A_WORKBOOK[a.reason],
    'data/locked-workbook': () =>
      'Sổ tính được bảo vệ bằng mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu mở tệp rồi lưu lại.',
    'data/workbook-too-large': (a) =>
      `Sổ tính giải nén ra hơn ${a.limit} MB nên không được đọc. Hãy chỉ giữ trang tính chứa số liệu.`,
    'data/sheet-too-large': (a) =>
      `Vùng có số liệu của trang tính vượt quá ${numberText(String(a.limit), 'vi')} ô. Hãy xóa các ô nằm xa bảng số liệu, rồi lưu lại.`,
    'data/unknown-sheet': (a, i) =>
      `Sổ tính không có trang tính ${quote(i.received ?? '')}.${a.nearest.length > 0 ? nearest(a.nearest) : ` Các trang tính: ${list(a.sheets.map(quote))}.`}`,
    'data/no-sheets': (_, i) =>
      `Tệp này là tệp văn bản, không có trang tính nào, nên --sheet ${i.received ?? ''} không có tác dụng.`,
    'data/other-sheets': (a) =>
      `Đã đọc trang tính ${quote(a.sheet)}; không đọc: ${list(a.others.map(quote))}. Để đọc trang khác, hãy dùng --sheet.`,
    'data/rows-above-header': (a) => `Không đọc ${a.rows} dòng phía trên dòng tiêu đề.`,
    'data/notes-ignored': (a) => `Không đọc ${a.rows} dòng ghi chú phía dưới bảng số liệu, bắt đầu từ dòng này.`,
    'data/no-header': (a) =>
      `Không nhận ra tên cột nào trong dòng đầu. Dòng đầu phải ghi tên cột, trong đó có: ${list(a.expected)}.`,
    'data/no-rows': () => 'Tệp chỉ có dòng tiêu đề, không có số liệu. Hãy ghi mỗi đơn vị một dòng dưới tiêu đề.',
    'data/missing-columns': (a) =>
      [
        `Thiếu cột bắt buộc (${a.columns.length}):`,
        ...listed(a.columns.map(({ id, label }) => `${id} (${label.vi})`)),
        'Hãy thêm cột; ô chưa có số liệu thì để trống. Lệnh “xasach template” tạo tệp có đủ các cột.',
      ].join('\n'),
    'data/unknown-column': (a, i) =>
      `Không nhận ra cột ${quote(i.received ?? '')}.${nearest(a.nearest)} Hãy sửa tên cột hoặc xóa cột.`,
    'data/ignored-column': (_, i) =>
      i.received === ''
        ? 'Cột không có tên nên không được sử dụng.'
        : `Bộ tiêu chí không dùng cột ${quote(i.received ?? '')}; cột này được bỏ qua.`,
    'data/duplicate-column': (a, i) =>
      `Cột ${quote(i.received ?? '')} và cột số ${a.first} (${quote(a.firstHeader)}) đều là ${quote(a.id)}. Hãy chỉ giữ một cột.`,
    'data/too-few-fields': (a) =>
      `Dòng có ${a.found} ô, tiêu đề có ${a.expected} cột. Hãy kiểm tra xem dòng có bị ngắt hay thiếu ô không.`,
    'data/too-many-fields': (a) =>
      `Dòng có ${a.found} ô, tiêu đề chỉ có ${a.expected} cột. Ô có chứa dấu phân cách phải đặt trong dấu nháy kép.`,
    'data/not-a-number': (a, i) =>
      `${cell(a.header, i)} không phải là số. Hãy ghi một số, hoặc để trống nếu chưa có số liệu.`,
    'data/scientific-number': (a, i) =>
      `${cell(a.header, i)} viết theo dạng lũy thừa, được đọc là ${numberText(a.value, 'vi')} và có thể đã mất chữ số. Hãy định dạng ô là số nguyên vẹn rồi lưu lại.`,
    'data/number-too-long': (a, i) => `${cell(a.header, i)} dài quá ${a.limit} chữ số. Hãy kiểm tra lại số này.`,
    'data/fraction-in-count': (a, i) => `${cell(a.header, i)} có phần lẻ, nhưng cột này là số đếm. Hãy ghi số nguyên.`,
    'data/negative-number': (a, i) =>
      `${cell(a.header, i)} là số âm. Cần số từ 0 trở lên, hoặc để trống nếu chưa có số liệu.`,
    'data/below-minimum': (a, i) =>
      `${cell(a.header, i)} nhỏ hơn mức thấp nhất là ${a.minimum}. Hãy kiểm tra lại, hoặc để trống nếu chưa có số liệu.`,
    'data/above-maximum': (a, i) => `${cell(a.header, i)} lớn hơn mức cao nhất là ${a.maximum}. Hãy kiểm tra lại.`,
    'data/percent-needed': (a, i) =>
      `${cell(a.header, i)} thiếu dấu %. Hãy ghi kèm dấu phần trăm, ví dụ 12,5%, để không nhầm với tỷ số.`,
    'data/unexpected-percent': (a, i) =>
      `${cell(a.header, i)} có dấu %, nhưng cột này không phải là tỷ lệ phần trăm. Hãy ghi số.`,
    'data/ambiguous-numbers': (a, i) =>
      `${cell(a.header, i)} có thể đọc theo cách viết Việt Nam (1.234,5) hoặc cách viết Anh (1,234.5), và không ô nào trong cột cho biết cách nào. Hãy nêu cách viết bằng --numbers vi hoặc --numbers en.`,
    'data/mixed-numbers': (a, i) =>
      `${cell(a.header, i)} và ${quote(a.other)} ở dòng ${a.otherLine} viết theo hai kiểu số khác nhau. Hãy dùng một kiểu cho cả cột: 1.234,5 hoặc 1,234.5.`,
    'data/not-a-boolean': (a, i) =>
      `${cell(a.header, i)} không phải là có hoặc không. Hãy ghi “có” hoặc “không”, hoặc để trống nếu chưa rõ.`,
    'data/unknown-choice': (a, i) =>
      `${cell(a.header, i)} không phải là giá trị của cột.${nearest(a.nearest)} Các giá trị: ${list(a.values.map((value) => `${value.id} (${value.label.vi})`))}.`,
    'data/spreadsheet-error': (a, i) =>
      `${cell(a.header, i)} là báo lỗi của bảng tính (công thức hỏng, hoặc cột quá hẹp). Hãy sửa ô trong bảng tính rồi lưu lại.`,
    'data/formula-not-calculated': (a, i) =>
      `${cell(a.header, i)} là công thức chưa có kết quả. Hãy mở tệp bằng Excel, để Excel tính lại, rồi lưu.`,
    'data/totals-differ': (a, i) =>
      `Cột ${quote(a.header)}: dòng tổng cộng ghi ${i.received ?? ''}, nhưng các đơn vị cộng lại là ${numberText(a.sum, 'vi')}${a.missing === 0 ? '' : ` (còn ${a.missing} đơn vị chưa có số liệu)`}. Hãy kiểm tra xem số nào sai.`,
    'data/personal-column': (a) =>
      `Cột ${quote(a.header)} ${a.by === 'header' ? 'có vẻ chứa' : 'có các ô giống như'} ${PERSONAL[a.kind]}. Ở đây chỉ cần số đếm, không nhận dữ liệu cá nhân: hãy xóa cột này khỏi tệp.`,
    'data/not-a-row': (a) => `Gặp ${a.found}; mỗi dòng phải là một đối tượng { cột: giá trị }.`,
    'data/unsupported-value': (a) =>
      `${quote(a.header)}: giá trị kiểu ${a.found} không đọc được. Cần chuỗi, số, đúng/sai, hoặc null nếu chưa có số liệu.`,
    'data/missing-code': (a) => `Cột ${quote(a.header)}: dòng không có mã đơn vị. Hãy ghi mã của đơn vị.`,
    'data/leading-zero-restored': (a, i) =>
      `Cột ${quote(a.header)}: mã ${quote(i.received ?? '')} đã mất số 0 ở đầu, được đọc là ${quote(a.code)}. Hãy định dạng cột mã là văn bản.`,
    'data/duplicate-unit': (a) =>
      `Đơn vị ${a.code}${a.period === null ? '' : ` kỳ ${a.period}`} đã có ở dòng ${a.firstLine}. Hãy chỉ giữ một dòng cho mỗi đơn vị${a.period === null ? '' : ' và kỳ'}.`,
    'data/missing-cell': (a) =>
      `${unit(a.unit)}${a.period === null ? '' : `, kỳ ${a.period}`}: chưa có số liệu “${a.indicator.vi}”.`,
    'data/more-of-the-same': (a) => `Còn ${a.more} lỗi cùng loại (${a.code}) không liệt kê; tất cả là ${a.total}.`,
    'data/unknown-indicator': (a, i) =>
      `Không có chỉ tiêu ${quote(i.received ?? '')} trong bộ tiêu chí.${nearest(a.nearest)} Hãy sửa tên chỉ tiêu hoặc xóa dòng.`,
    'data/figure-twice': (a, i) =>
      `Đơn vị ${a.unit}, chỉ tiêu ${quote(a.indicator)}: ở đây là ${quote(i.received ?? '')}, ở dòng ${a.otherLine} là ${quote(a.other)}. Hãy giữ lại số đúng.`,
    'join/conflict': (a, i) =>
      `Đơn vị ${a.unit}, ${quote(a.indicator.vi)}: ở đây là ${quote(i.received ?? '')}, còn ở ${place(a.otherAt)} là ${quote(a.other)}. Hãy thống nhất hai số này.`,
    'join/unit-differs': (a, i) =>
      `Đơn vị ${a.unit}, ${quote(a.column.vi)}: ở đây là ${quote(i.received ?? '')}, còn ở ${place(a.otherAt)} là ${quote(a.other)}. Hãy kiểm tra xem hai nơi có nói về cùng một đơn vị không.`,
    'join/units-absent': (a) =>
      `Tệp này không có ${a.total} đơn vị có trong các tệp khác, nên số liệu của các đơn vị đó còn thiếu: ${units(a.units, a.total)}.`,
    'join/period-needed': (a) =>
      `Tệp này không ghi kỳ, trong khi các tệp khác có nhiều kỳ (${list(a.periods)}). Hãy thêm cột “period” (kỳ).`,
    'boundaries/not-json': () => 'Tệp ranh giới không phải là JSON. Cần GeoJSON hoặc TopoJSON.',
    'boundaries/no-areas': () =>
      'Tệp ranh giới không có đối tượng nào đọc được. Cần GeoJSON (FeatureCollection) hoặc TopoJSON (Topology).',
    'boundaries/no-codes': (a) =>
      `Không đối tượng nào trong tệp ranh giới có mã đơn vị. Hãy ghi mã vào một trong các thuộc tính ${list(a.known)}, hoặc vào id.`,
    'boundaries/bad-outline': (_, i) =>
      `Ranh giới của ${quote(i.received ?? '')} không phải là Polygon hay MultiPolygon hợp lệ. Hãy sửa hình, hoặc để "geometry": null nếu không có ranh giới.`,
    'boundaries/lacks-units': (a) =>
      `Tệp ranh giới thiếu ${a.lacking}/${a.of} đơn vị: ${list(a.units)}${a.lacking > a.units.length ? ` và ${a.lacking - a.units.length} đơn vị khác` : ''}. Hãy bổ sung; đơn vị không có ranh giới thì ghi "geometry": null.`,
    'map/empty-file': () => 'Tệp ánh xạ cột không có nội dung. Cần headers: { "Tên cột trong tệp": mã_cột }.',
    'map/unknown-column': (a, i) =>
      `Không có cột hay chỉ tiêu nào mang mã ${quote(i.received ?? '')}.${nearest(a.nearest)}`,
    'map/header-twice': (a) => `Tên cột ${quote(a.header)} đã có ở dòng ${a.line}. Hãy giữ lại một.`,
    'registry/missing-name': (a) => `Đơn vị ${a.code} trong danh mục không có tên. Hãy ghi tên.`,
    'registry/unknown-unit': (a, i) =>
      `Danh mục không có mã đơn vị ${quote(i.received ?? '')}${a.name === null ? '' : ` (${a.name})`}.${a.named === null ? ' Hãy kiểm tra mã, hoặc xem danh mục có đúng thời điểm không.' : ` Đơn vị tên này có mã ${a.named.code}.`}`,
    'registry/name-differs': (a, i) =>
      `Theo danh mục, mã ${a.code} là ${quote(a.name)}, nhưng tệp ghi ${quote(i.received ?? '')}${a.named === null ? '' : ` (mã ${a.named.code})`}. Hãy sửa mã hoặc tên; nếu số liệu theo đơn vị cũ, hãy dùng bảng chuyển đổi đơn vị.`,
    'registry/province-differs': (a, i) =>
      `Theo danh mục, đơn vị ${a.unit} thuộc ${a.province}, nhưng tệp ghi ${quote(i.received ?? '')}. Hãy kiểm tra lại mã và tỉnh.`,
    'registry/unknown-province': (a, i) =>
      `Danh mục không có tỉnh, thành phố ${quote(i.received ?? '')}.${nearest(a.nearest)}`,
    'registry/unknown-name': (a, i) =>
      `Danh mục không có đơn vị tên ${quote(i.received ?? '')}.${nearest(a.nearest.map((unit) => unit.name ?? unit.code))} Hãy sửa tên, hoặc ghi mã đơn vị.`,
    'registry/ambiguous-name': (a, i) =>
      `${quote(i.received ?? '')} có thể là ${a.total} đơn vị: ${units(a.units, a.total)}. Hãy ghi tên đủ dấu, ghi tỉnh, hoặc ghi mã đơn vị.`,
    'registry/no-identity': () => 'Dòng không có mã cũng không có tên đơn vị. Hãy ghi mã hoặc tên.',
    'registry/units-missing': (a) =>
      `${a.province === null ? '' : `${a.province}: `}thiếu ${a.total} trên ${a.of} đơn vị của danh mục${a.period === null ? '' : ` trong kỳ ${a.period}`}: ${units(a.units, a.total)}.`,
    'lineage/unknown-share': (a, i) => `Gặp ${quote(i.received ?? '')}; cột share phải là một trong ${list(a.known)}.`,
    'lineage/pair-twice': (a) => `Cặp ${a.old} → ${a.new} đã có ở dòng ${a.firstLine}. Hãy giữ lại một dòng.`,
    'lineage/unknown-unit': (_, i) =>
      `Bảng chuyển đổi không có mã đơn vị cũ ${quote(i.received ?? '')}. Hãy kiểm tra mã, hoặc xem số liệu có đúng là theo đơn vị cũ không.`,
    'lineage/name-differs': (a, i) =>
      `Theo bảng chuyển đổi, mã cũ ${a.code} là ${quote(a.name)}, nhưng tệp ghi ${quote(i.received ?? '')}. Nếu số liệu đã theo đơn vị mới thì không cần chuyển đổi.`,
    'lineage/units-absent': (a) =>
      `${unit(a.unit)}: thiếu số liệu của ${a.total} đơn vị cũ hợp thành đơn vị này, nên chưa tính được: ${units(a.units, a.total)}.`,
    'lineage/not-mergeable': (a) =>
      `Bộ tiêu chí không nêu cách gộp (merge) các chỉ tiêu: ${list(a.indicators.map((label) => label.vi))}. Ở đơn vị hợp thành từ nhiều đơn vị cũ, các chỉ tiêu này coi là chưa có số liệu.`,
    'lineage/merged': (a) => `${unit(a.unit)} ← ${list(a.from.map((old) => `${unit(old)}${PORTIONS[old.portion]}`))}.`,
    'lineage/merged-units': (a) =>
      `Số liệu của ${numberText(String(a.former), 'vi')} đơn vị cũ đã được chuyển sang ${numberText(String(a.units), 'vi')} đơn vị mới; xem từng đơn vị bằng xasach check.`,
    'formula/gate-form': () =>
      'Điểm được so với một số hoặc một tỷ lệ, trong điều kiện của loại: score >= 80%, score >= 70, points(A) >= 50%.',
    'formula/period-count': (a) => `Tham số thứ nhất của last là số kỳ, từ 1 đến ${a.most}.`,
    'data/check-failed': (a) => `${a.unit}: ${a.message.vi} Yêu cầu: ${a.rule}.`,
    'data/division-by-zero': (a) =>
      `${a.unit}: có phép chia cho 0 (${list(a.indicators)}). Tổng số không thể bằng 0 khi một phần của nó khác 0.`,
    'data/no-sound-filling': (a) =>
      `${a.unit}: dù điền gì vào các ô trống của dòng này, số liệu vẫn trái với quy tắc kiểm tra. Hãy sửa các số đang có.`,
    'formula/too-many-cases': (a) => `min, max và abs tạo ra hơn ${a.limit} trường hợp. Hãy tách công thức.`,
    'formula/too-many-terms': (a) =>
      `Khi nhân ra, công thức có hơn ${a.limit} số hạng. Hãy bớt nhân các tổng với nhau.`,
    'criteria/empty-file': () => 'Tệp tiêu chí không có nội dung.',
    'criteria/too-large': (a) =>
      `Tệp tiêu chí chỉ được có tối đa ${a.limit} ${SIZES[a.of]}; tệp này vượt quá. Hãy tách tệp.`,
    'criteria/several-documents': () =>
      'Một tài liệu thứ hai bắt đầu ở đây. Mỗi tệp chỉ chứa một bộ tiêu chí: hãy bỏ dòng ---.',
    'criteria/yaml-syntax': (a) => YAML_FAULTS[a.fault],
    'criteria/duplicate-key': (a) => `Khóa ${quote(a.key)} đã có ở dòng ${a.line}. Hãy giữ lại một.`,
    'criteria/forbidden-key': (a) => `Không được dùng ${quote(a.key)} làm khóa. Hãy đặt tên khác.`,
    'criteria/key-not-text': () => 'Khóa phải là chữ. Hãy đặt trong dấu nháy.',
    'criteria/key-without-value': (a) =>
      `Khóa ${quote(a.key)} không có giá trị. Hãy ghi giá trị sau dấu hai chấm, hoặc bỏ khóa này.`,
    'criteria/cut-by-comma': (a) =>
      `Dấu phẩy đã cắt ngang giá trị${a.key === null ? '' : ` của ${quote(a.key)}`}. Hãy đặt cả giá trị trong dấu nháy: "${a.whole}".`,
    'criteria/unknown-key': (a) =>
      `Không có khóa ${quote(a.key)} ở đây.${a.nearest.length > 0 ? nearest(a.nearest) : ` Các khóa được dùng: ${list(a.known)}.`}`,
    'criteria/missing-key': (a) => `Thiếu khóa ${quote(a.key)}. Hãy bổ sung.`,
    'criteria/wrong-form': (a, i) =>
      `${i.received === null ? 'Ở đây để trống' : `Gặp ${quote(i.received)}`}; cần ${FORMS[a.expected]}.`,
    'criteria/unknown-value': (a, i) =>
      `${i.received === null ? 'Ở đây để trống' : `Gặp ${quote(i.received)}`}; cần một trong các giá trị ${list(a.known)}.${nearest(a.nearest)}`,
    'criteria/unknown-id': (a) => `Trong tệp không có ${ID_KINDS[a.kind]} ${quote(a.id)}.${nearest(a.nearest)}`,
    'criteria/name-taken': (a) =>
      `Tên ${quote(a.name)} đã dùng ở dòng ${a.line}. Công thức không phân biệt được hai bên: hãy đổi một tên.`,
    'criteria/reserved-name': (a) => `${quote(a.name)} là từ riêng của công thức. Hãy đặt tên khác.`,
    'criteria/cycle': (a) =>
      `Các ${a.of === 'criteria' ? 'tiêu chí' : 'đại lượng'} dẫn chiếu vòng quanh: ${a.cycle.join(' → ')}. Hãy bỏ một dẫn chiếu.`,
    'criteria/measure-too-large': (a) =>
      `Tính cả các đại lượng mà nó dẫn chiếu, ${quote(a.measure)} có hơn ${a.limit} thành phần. Hãy viết gọn lại.`,
    'criteria/too-deep': (a) =>
      `Tính cả các ${a.of === 'criteria' ? 'tiêu chí' : 'đại lượng'} mà nó dẫn chiếu, ${quote(a.id)} lồng sâu hơn ${a.limit} tầng. Hãy dẫn chiếu nối tiếp ít hơn.`,
    'criteria/rule-fault': (a) => `${quote(a.criterion)}: ${RULE_FAULTS[a.fault]}`,
    'criteria/points-do-not-sum': (a) =>
      `${a.of === 'score' ? 'Các tiêu chí' : `Các mục của ${quote(a.of)}`} có tổng ${a.sum} điểm, nhưng ghi là ${a.points}. Điểm thưởng không tính ở đây.`,
    'criteria/base-missing': (a) => `Bộ tiêu chí này mở rộng ${quote(a.id)}, nhưng chưa có bộ đó kèm theo.`,
    'criteria/base-not-found': (a) =>
      `Bộ tiêu chí này mở rộng ${quote(a.id)}, nhưng không tìm thấy bộ đó: đã tìm tệp ${quote(a.file)}, các tệp .yaml khác cùng thư mục có ghi mã này, và các bộ có sẵn.${nearest(a.nearest)}`,
    'criteria/no-class-holds': (a) =>
      `${a.unit}: không loại nào của ${a.set} ứng với số liệu này. Số liệu có thể vẫn đúng: bộ tiêu chí cần một loại cuối cùng với “when: otherwise”.`,
    'criteria/extends-itself': (a) => `Các bộ tiêu chí này mở rộng lẫn nhau thành vòng tròn: ${a.ids.join(' → ')}.`,
    'criteria/rollup-form': (a) =>
      `Cách tổng hợp của ${quote(a.indicator)} không khớp với kiểu ${a.type}. Với số: sum(x), sum(x, điều kiện), min(x), max(x), không có phép chia; với số đếm: count(điều kiện); với tỷ lệ: share(điều kiện); với có/không: any(điều kiện), all(điều kiện).`,
    'criteria/at-least-too-many': (a) =>
      `Cần ít nhất ${a.count} nhưng chỉ liệt kê ${a.of}: điều kiện này không bao giờ đạt.`,
    'criteria/after-otherwise': (a) =>
      `Loại ${quote(a.class)} đứng sau “otherwise” nên không bao giờ được xét tới. Hãy chuyển lên trên.`,
    'criteria/values-misplaced': (a) =>
      a.type === 'choice'
        ? `Chỉ tiêu lựa chọn ${quote(a.indicator)} chưa có giá trị. Hãy ghi ít nhất hai giá trị ở values.`
        : `Chỉ chỉ tiêu lựa chọn (choice) mới có values; ${quote(a.indicator)} thuộc kiểu ${a.type}.`,
    'criteria/merge-misplaced': (a) =>
      `Chỉ tiêu ${quote(a.indicator)} thuộc kiểu ${a.type}, không gộp bằng ${a.merge} được. Cách gộp được dùng: ${list(a.known)}.`,
    'criteria/ends-reversed': (a) => `${day(a.from)} đứng sau ${day(a.to)}. Hãy đổi chỗ hai đầu.`,
    'criteria/patch-hits-nothing': (a) => `Ở đây không có ${quote(a.key)} để thay đổi.${nearest(a.nearest)}`,
    'criteria/more-issues': (a) => `Còn ít nhất ${a.more} lỗi nữa chưa hiện. Hãy sửa các lỗi trên trước.`,
    'criteria/bad-set-id': (_, i) =>
      `${quote(i.received ?? '')} không phải là mã bộ tiêu chí. Cần viết họ hoặc họ@phiên-bản, như vn-drug-free@2025.`,
    'criteria/unknown-set': (a) =>
      `Không có bộ tiêu chí ${quote(a.id)}.${a.nearest.length > 0 ? nearest(a.nearest) : ` Các bộ hiện có: ${list(a.known)}.`}`,
    'criteria/set-twice': (a) => `Bộ tiêu chí ${quote(a.id)} nằm trong nhiều tệp: ${list(a.files)}. Hãy nêu tên tệp.`,
    'lint/unused-indicator': (a) =>
      `Không nơi nào dùng chỉ tiêu ${quote(a.indicator)}: các cơ quan sẽ phải thu thập số liệu không dùng đến. Hãy dùng hoặc xóa chỉ tiêu này.`,
    'lint/unused-measure': (a) => `Không nơi nào dùng đại lượng ${quote(a.measure)}. Hãy dùng hoặc xóa đại lượng này.`,
    'lint/unused-source': (a) => `Không nơi nào viện dẫn văn bản ${quote(a.source)}. Hãy viện dẫn ở chỗ cần, hoặc xóa.`,
    'lint/unused-criterion': (a) =>
      `Tiêu chí ${quote(a.criterion)} không quyết định điều gì: không loại nào, tiêu chí nào hay điểm nào phụ thuộc vào nó.`,
    'lint/idle-option': (a) =>
      `Trong cách hiểu ${quote(a.reading)}, phương án ${quote(a.option)} không làm thay đổi gì: tiêu chí vẫn giống hệt phương án ${quote(a.same)}.`,
    'lint/bands-gap': (a) =>
      `Có khoảng trống giữa mức của ${quote(a.low)} và mức của ${quote(a.high)}: ${a.values} không thuộc mức nào. Hãy cho mức này bắt đầu đúng chỗ mức kia kết thúc.`,
    'lint/bands-overlap': (a) =>
      `Mức của ${quote(a.low)} và mức của ${quote(a.high)} chồng lên nhau: ${a.values} thuộc cả hai. Mỗi giá trị chỉ nên thuộc một mức.`,
    'lint/band-unreachable': (a) =>
      `Không số liệu nào đạt tới mức từ ${a.from} của ${quote(a.criterion)}, do giới hạn của chỉ tiêu và các quy tắc kiểm tra số liệu.`,
    'lint/checks-contradict': () =>
      'Không số liệu nào thỏa mãn đồng thời mọi quy tắc kiểm tra và giới hạn của chỉ tiêu: dòng nào cũng sẽ bị từ chối.',
    'lint/class-unreachable': (a) =>
      `Không số liệu nào có thể vào loại ${quote(a.class)}: điều kiện của loại này không bao giờ đạt khi các loại đứng trước đều không đạt. Hãy xem lại các ngưỡng và thứ tự các loại.`,
    'lint/no-class': () =>
      'Có số liệu hợp lệ không thuộc loại nào. Hãy mở rộng một điều kiện, hoặc thêm loại cuối cùng với “when: otherwise”.',
    'lint/never-passes': (a) =>
      `Không số liệu hợp lệ nào đạt được tiêu chí ${quote(a.criterion)}. Hãy đối chiếu ngưỡng với giới hạn của chỉ tiêu.`,
    'lint/never-fails': (a) =>
      `Mọi số liệu hợp lệ đều đạt tiêu chí ${quote(a.criterion)}: tiêu chí này không có tác dụng. Hãy xem lại ngưỡng.`,
    'lint/unproved': (a) => {
      switch (a.of) {
        case 'class':
          return `Chưa chứng minh được có số liệu nào vào loại ${quote(a.id)} hay không. Hãy thêm một trường hợp thử thuộc loại này.`;
        case 'criterion':
          return `Chưa chứng minh được tiêu chí ${quote(a.id)} vừa có thể đạt, vừa có thể không đạt. Hãy thêm trường hợp thử cho mỗi bên.`;
        case 'all':
          return 'Chưa chứng minh được mọi số liệu đều thuộc một loại. Thêm loại cuối cùng với “when: otherwise” thì chắc chắn.';
        default:
          return a.of satisfies never;
      }
    },
    'lint/missing-cite': (a) =>
      `Tiêu chí ${quote(a.criterion)} không nêu căn cứ ở điều, khoản nào. Hãy thêm “cite: văn-bản điều-khoản”.`,
    'lint/target-without-cite': (a) =>
      `Mục tiêu đến năm ${a.until} không nêu căn cứ. Hãy thêm “cite: văn-bản điều-khoản”.`,
    'lint/missing-translation': (_, i) =>
      `${quote(i.received ?? '')} đang dùng chung cho cả hai ngôn ngữ. Hãy viết { vi: …, en: … }.`,
    'lint/missing-provider': (a) =>
      `Chỉ tiêu ${quote(a.indicator)} không nêu cơ quan cung cấp số liệu. Hãy thêm “provider:”.`,
    'lint/partial-without-missing': () =>
      'Bộ tiêu chí ở trạng thái partial nhưng không nêu còn thiếu những gì. Hãy thêm danh sách “missing:”.',
    'lint/in-force-without-cases': (a) =>
      `Bộ tiêu chí đang có hiệu lực nhưng chưa có trường hợp thử. Hãy đặt tệp trường hợp thử của ${a.set} bên cạnh.`,
    'lint/retired-without-end': () =>
      'Bộ tiêu chí đã hết hiệu lực (retired) nhưng không có ngày cuối cùng. Hãy thêm “to:” vào “effective:”.',
    'lint/was-unknown': (a) =>
      a.earlier === null
        ? `${quote(a.id)} ghi là tiếp nối ${quote(a.was)}, nhưng không tìm thấy phiên bản nào trước đó của họ tiêu chí này.`
        : `${quote(a.id)} ghi là tiếp nối ${quote(a.was)}, nhưng ${a.earlier} không có mã đó.${nearest(a.nearest)}`,
    'lint/versions-overlap': (a) =>
      `${a.other} cũng có hiệu lực trong cùng thời gian (từ ${day(a.from)}${a.to === null ? '' : ` đến ${day(a.to)}`}): có những ngày hai phiên bản cùng áp dụng. Hãy kết thúc bản trước vào ngày liền trước ngày bản sau bắt đầu.`,
    'lint/versions-gap': (a) =>
      `Từ ${day(a.from)} đến ${day(a.to)}, sau khi ${a.other} hết hiệu lực, không có phiên bản nào của họ tiêu chí này có hiệu lực.`,
    'lint/actionable-period': (a) =>
      `${quote(a.indicator)} đếm những việc đã xảy ra trong kỳ, không thể làm cho chưa xảy ra; công tác chỉ làm giảm được từ kỳ sau. Nếu đối tượng đã xóa bỏ thì không còn tính, hãy giữ “actionable” và nêu lý do ở “actionable_because”.`,
    'lint/header-collision': (a) =>
      `Tên cột ${quote(a.header)} của ${quote(a.indicator)} cũng là tên của ${quote(a.other)}: tệp số liệu có cột này có thể bị đọc sai. Hãy đặt tên riêng cho từng cột.`,
    'lint/rank-without-class': () =>
      'Thứ tự xếp hạng không xét loại: đơn vị thuộc loại kém hơn có thể đứng trước đơn vị thuộc loại tốt hơn. Hãy thêm “- { by: class }”.',
    'lint/rank-partial': (a) =>
      `“best” không nêu ${list(a.missing)}; các loại này sẽ đứng sau, theo thứ tự trong tệp. Hãy nêu đủ mọi loại.`,
    'lint/idle-deduction': (a) =>
      `${quote(a.criterion)} có ${a.points} điểm và không bao giờ dưới ${a.floor} điểm: không số liệu nào làm mất điểm. Hãy xem lại each, floor, most và points.`,
    'reading/unknown': (a) =>
      a.known.length === 0
        ? `Không có cách hiểu ${quote(a.reading)}: bộ tiêu chí này không khai báo cách hiểu nào.`
        : `Không có cách hiểu ${quote(a.reading)}. Các cách hiểu của bộ tiêu chí này: ${list(a.known)}.${nearest(a.nearest)}`,
    'reading/unknown-option': (a) =>
      `Cách hiểu ${quote(a.reading)} không có phương án ${quote(a.option)}. Các phương án: ${list(a.known)}.${nearest(a.nearest)}`,
    'cases/unknown-id': (a) => `${quote(a.set)} không có ${CASE_ID_KINDS[a.kind]} ${quote(a.id)}.${nearest(a.nearest)}`,
    'cases/other-set': (a) =>
      `Các trường hợp thử này dành cho ${quote(a.found)}, nhưng bộ tiêu chí bên cạnh là ${quote(a.expected)}. Hãy sửa mã, hoặc sửa tên tệp.`,
    'cases/units-or-data': (a) =>
      a.needed === 'units'
        ? `${quote(a.set)} được tổng hợp từ các đơn vị cấp dưới: hãy ghi các đơn vị đó ở “units” thay cho “data”.`
        : `${quote(a.set)} có số liệu riêng: hãy ghi số liệu ở “data” thay cho “units”.`,
    'cases/no-file': (a) => `Bên cạnh bộ tiêu chí này không có trường hợp thử. Hãy ghi vào tệp ${quote(a.file)}.`,
    'cases/none': () => 'Không bộ tiêu chí có sẵn nào kèm trường hợp thử. Hãy nêu một tệp tiêu chí.',
    'accepted/expired': (a) =>
      `Việc chấp nhận thay đổi ${a.fingerprint} (${a.reason}) chỉ đến hết ngày ${day(a.until)}; đang xét vào ngày ${day(a.day)} nên không còn tính. Hãy xem lại rồi gia hạn hoặc xóa mục này.`,
    'accepted/hits-nothing': (a) =>
      `Không có thay đổi nào mang dấu nhận dạng ${a.fingerprint}. Hãy xóa mục này nếu thay đổi đó không còn.`,
    'period/unknown-form': (_, i) => `${quote(i.received ?? '')} không phải là kỳ đánh giá. Cần một năm viết như 2025.`,
    'period/none-in-force': (a) =>
      `Không có bộ tiêu chí nào của ${a.family} có hiệu lực vào ngày kết thúc kỳ, ${day(a.to)}. Các bộ hiện có: ${list(a.known)}. Muốn vẫn áp dụng, hãy ghi rõ ${a.family}@phiên-bản.`,
    'period/several-in-force': (a) =>
      `Có nhiều bộ tiêu chí cùng có hiệu lực vào ngày kết thúc kỳ, ${day(a.to)}: ${list(a.sets)}. Hãy ghi rõ bộ được áp dụng.`,
    'period/begins-before-effective': (a) =>
      `Kỳ đánh giá bắt đầu ngày ${day(a.from)}, trước khi ${a.set} có hiệu lực (${day(a.effective)}).`,
    'period/outside-validity': (a) => `${a.set} không có hiệu lực vào ngày kết thúc kỳ, ${day(a.to)}.`,
    'period/validity-not-checked': (a) =>
      `Không nêu kỳ đánh giá: đã dùng ${a.set} và chưa kiểm tra hiệu lực. Hãy thêm -p và năm, ví dụ -p 2025.`,
    'period/review-old': (a) =>
      `${a.set} được rà soát lần cuối ngày ${day(a.reviewed)}, hơn một năm trước ngày kết thúc kỳ (${day(a.to)}). Pháp luật có thể đã thay đổi.`,
    'period/several-named': (a) =>
      `Số liệu ghi nhiều kỳ: ${list(a.periods)}. Hãy chọn một kỳ bằng -p, ví dụ -p ${a.periods.at(-1) ?? ''}.`,
    'rollup/no-column': (a) =>
      `Cần cột ${quote(a.column)} để tổng hợp các đơn vị, nhưng số liệu không có cột này. Hãy thêm cột.`,
    'rollup/no-group': (a) =>
      `Có ${a.total} đơn vị bỏ trống cột ${quote(a.column)} nên số liệu sẽ không được tổng hợp: ${list(a.units)}. Hãy điền cột này.`,
    'rollup/units': (a) =>
      `Tổng hợp từ các đơn vị có trong tệp: ${list(a.groups.map(({ group, units }) => `${group}: ${units} đơn vị`))}. Thêm --units vn-2025 để chắc chắn không thiếu đơn vị nào.`,
    'period/not-in-data': (a) => `Không có dòng nào thuộc kỳ ${a.period}. Các kỳ có trong số liệu: ${list(a.known)}.`,
    'period/several-in-data': (a) =>
      `Các kỳ trong số liệu thuộc những bộ tiêu chí khác nhau: ${list(a.sets)}. Hãy đánh giá từng kỳ, hoặc nêu rõ một bộ bằng --criteria.`,
    'what-if/unknown-indicator': (a, i) =>
      a.isWorkedOut
        ? `${quote(i.received ?? '')} được tính ra từ các chỉ tiêu nên không đặt giá trị được. Hãy đặt giá trị cho một chỉ tiêu tạo nên nó.`
        : `Bộ tiêu chí ${a.set} không có chỉ tiêu ${quote(i.received ?? '')}.${nearest(a.nearest)}`,
    'what-if/rolled-up': (a) =>
      `${quote(a.label.vi)} được tổng hợp từ các đơn vị cấp dưới nên không đặt giá trị được${a.below === null ? '' : `. Hãy đặt giá trị cho chỉ tiêu của ${a.below}`}.`,
    'what-if/no-number': (a, i) =>
      `${quote(a.label.vi)} không phải là số nên không dùng được ${quote(i.received ?? '')}. Hãy viết ${a.indicator}=giá trị.`,
    'what-if/not-a-value': (a, i) =>
      `${quote(i.received ?? '')} không phải là giá trị của ${quote(a.label.vi)} (${a.indicator}). ${VALUE_OF[a.type](a.values)}`,
    'what-if/outside-domain': (a, i) =>
      `${quote(i.received ?? '')} làm cho ${quote(a.label.vi)} ra ngoài khoảng cho phép (${a.max === null ? `từ ${a.min} trở lên` : `từ ${a.min} đến ${a.max}`}) ở ${a.total === a.of && a.of > 1 ? 'mọi đơn vị' : `${a.total}/${a.of} đơn vị: ${units(a.units, a.total)}`}. Hãy chọn giá trị khác, hoặc chỉ chọn một số đơn vị: MÃ:${i.received ?? ''}, hoặc --where.`,
    'what-if/stays-missing': (a) =>
      `${quote(a.label.vi)} chưa có số liệu nên vẫn chưa có, dù cộng thêm hay trừ bớt: ${units(a.units, a.total)}. Muốn giả định một số liệu thì dùng dấu =.`,
    'what-if/unsound': () =>
      'Số liệu giả định (--set) không hợp lý. Các dòng dưới đây nêu vị trí trong tệp, nhưng số liệu là số liệu giả định.',
    'where/none': (a) => `Không đơn vị nào trong ${a.units} đơn vị thỏa điều kiện của --where.`,
    'where/open': (a) =>
      `Do thiếu số liệu, chưa rõ các đơn vị sau có thỏa điều kiện của --where hay không nên không chọn: ${units(a.units, a.total)}.`,
    'compare/no-result': (a) =>
      `${NO_RESULT[a.reason](a.detail)} Có thể tạo tệp kết quả bằng lệnh “xasach score … -f json -o ket-qua.json”.`,
    'compare/what-if-result': () =>
      'Đây là kết quả giả định (--set), không phải kết quả từ số liệu thật. Hãy so với một kết quả tạo ra không dùng --set.',
    'compare/several-periods': (a) =>
      `Kết quả này gồm nhiều kỳ: ${list(a.periods)}. Hãy tạo kết quả cho một kỳ (-p) rồi so sánh.`,
    'compare/other-criteria': (a) =>
      `${differenceText(a)} Kết quả theo tiêu chí khác nhau thì không so sánh ngang nhau được. Nếu vẫn muốn so sánh, hãy thêm --across-criteria.`,
    'compare/across-criteria': (a) =>
      `${differenceText(a)} Vẫn so sánh theo yêu cầu (--across-criteria): một đơn vị có thể chuyển loại chỉ vì tiêu chí thay đổi.`,
    'compare/no-common-unit': () =>
      'Hai kết quả không có đơn vị nào chung; đơn vị được đối chiếu theo mã. Hãy kiểm tra xem có cùng một địa bàn không.',
    'file/not-found': (a) => `Không có tệp này.${nearest(a.nearest)} Hãy kiểm tra lại tên tệp và thư mục.`,
    'file/is-folder': () => 'Đây là thư mục, không phải tệp. Hãy nêu tên tệp nằm trong đó.',
    'file/no-permission': () => 'Không có quyền đọc tệp này. Hãy xin quyền đọc, hoặc chép tệp sang thư mục của mình.',
    'file/too-large': (a) => `Tệp lớn hơn ${a.limit} MB. Hãy tách theo từng tỉnh.`,
    'file/unreadable': (a) => `Không đọc được tệp (${a.reason}). Hãy kiểm tra ổ đĩa hoặc mạng rồi thử lại.`,
    'file/not-writable': (a) => NOT_WRITABLE[a.reason](a.detail),
    'git/not-available': () =>
      'Máy này không có git nên không đọc được tệp trong lịch sử. Hãy cài git, hoặc nêu một tệp trên đĩa.',
    'git/no-repository': () =>
      'Thư mục này không thuộc kho git nào. Hãy chạy lệnh trong kho git chứa tệp tiêu chí, hoặc nêu một tệp trên đĩa.',
    'git/unknown-revision': (a) =>
      `Kho git không có phiên bản ${quote(a.revision)}. Hãy nêu một nhánh, một thẻ hoặc mã commit; git log cho biết các mã đó.`,
    'git/unknown-path': (a) =>
      `Phiên bản ${quote(a.revision)} không có tệp ${quote(a.path)}. Hãy viết đường dẫn tính từ gốc kho git, hoặc ./ và đường dẫn tính từ thư mục hiện tại.`,
    'file/no-criteria-folder': () =>
      'Bản cài đặt này thiếu các bộ tiêu chí có sẵn. Hãy cài lại xasach, hoặc nêu một tệp tiêu chí bằng --criteria.',
    'usage/unknown-command': (a, i) =>
      `Không có lệnh ${quote(i.received ?? '')}.${a.nearest.length > 0 ? nearest(a.nearest) : ` Các lệnh: ${list(a.known)}.`}`,
    'usage/unknown-option': (a, i) => `Ở đây không có tùy chọn ${quote(i.received ?? '')}.${nearest(a.nearest)}`,
    'usage/missing-argument': (a) => `Thiếu <${a.argument}>.`,
    'usage/missing-value': (a) => `Tùy chọn ${a.option} cần một giá trị.`,
    'usage/too-many-arguments': (_, i) => `Thừa tham số ${quote(i.received ?? '')}.`,
    'usage/unknown-value': (a, i) =>
      `${quote(i.received ?? '')} không phải là giá trị của ${a.option}. Các giá trị: ${list(a.known)}.${nearest(a.nearest)}`,
    'usage/not-a-reading': (_, i) =>
      `${quote(i.received ?? '')} chưa nêu đủ cách hiểu và phương án. Hãy viết --reading tên=phương-án, ví dụ --reading bands=strict.`,
    'usage/reading-twice': (a) => `Cách hiểu ${quote(a.reading)} được chọn hai phương án. Hãy chỉ giữ một.`,
    'usage/not-a-supposition': (_, i) =>
      `${quote(i.received ?? '')} không đúng dạng chỉ_tiêu=giá trị, chỉ_tiêu+=giá trị hoặc chỉ_tiêu-=giá trị (cho một đơn vị: MÃ:chỉ_tiêu=giá trị).`,
    'usage/options-exclude': (a) => `Không dùng ${a.one} cùng với ${a.other} được. Hãy chỉ giữ một.`,
    'usage/option-needs': (a) => `${a.option} chỉ có nghĩa khi dùng cùng ${a.needed}.`,
    'usage/against-needs-period': (a) =>
      `Số liệu có các kỳ ${list(a.periods)}. Hãy nêu kỳ cần so với kỳ ${a.against} bằng --period.`,
    'usage/against-itself': (a) => `Không so sánh kỳ ${a.period} với chính nó được. Hãy nêu kỳ khác bằng --against.`,
    'usage/where-above': (a) =>
      `--where chọn đơn vị của ${a.set}, còn --set thay đổi đơn vị cấp dưới của ${a.below}. Hãy nêu mã đơn vị cần thay đổi: MÃ:chỉ_tiêu=giá trị.`,
    'usage/unknown-extension': (a, i) =>
      `${quote(i.received ?? '')}: không ghi được tệp có đuôi ${a.extension}. Các đuôi ghi được: ${list(a.known)}; hoặc nêu dạng kết quả bằng --format.`,
    'usage/boundaries-need-html': (_, i) =>
      `Ranh giới ${quote(i.received ?? '')} chỉ dùng cho báo cáo HTML. Hãy thêm --format html, hoặc tệp kết quả có đuôi .html.`,
    'usage/excel-needs-csv': () =>
      '--excel chỉ dùng cho CSV. Hãy thêm --format csv, hoặc đặt tên tệp kết quả có đuôi .csv.',
    'usage/xlsx-needs-file': () =>
      'Tệp Excel không hiện được trên màn hình. Hãy nêu tên tệp kết quả, ví dụ -o ket-qua.xlsx.',
    'usage/moves-needs-data': () =>
      'Muốn biết có đơn vị nào đổi kết quả hay không (--fail-on moves) thì cần số liệu. Hãy thêm --data tệp.',
    'usage/not-a-day': (a, i) =>
      `${quote(i.received ?? '')} không phải là ngày. Hãy viết ${a.option} NĂM-THÁNG-NGÀY, ví dụ ${a.option} 2026-01-31.`,
    'usage/other-family': (a) =>
      `${a.base} và ${a.revision} là hai bộ tiêu chí khác nhau, không phải hai phiên bản của một bộ. Nếu đúng là muốn so sánh, hãy thêm --across-families.`,
    'usage/other-unit-level': (a) =>
      `${a.base} đánh giá ${UNIT_LEVELS[a.baseUnit]}, ${a.revision} đánh giá ${UNIT_LEVELS[a.revisionUnit]}. Nếu đúng là muốn so sánh, hãy thêm --across-families.`,
    'usage/province-needs-units': () =>
      '--province chọn một tỉnh trong danh mục đơn vị. Hãy thêm --units vn-2025, hoặc một tệp danh mục.',
    'usage/output-is-input': () => 'Tệp kết quả trùng với một tệp đang được đọc. Hãy chọn tên khác.',
    'verify/not-a-result': () =>
      'Tệp này không phải là kết quả JSON của xasach (xasach score -f json). Hãy kiểm tra lại tên tệp.',
    'verify/input-missing': (a) =>
      `Không thấy tệp số liệu ${quote(a.name)} mà kết quả đã dùng, cả bên cạnh tệp kết quả lẫn trong thư mục hiện tại. Hãy nêu tệp đó sau tên tệp kết quả.`,
    'usage/unused-input': () => 'Kết quả này không dùng tệp có tên hoặc nội dung như vậy. Hãy bỏ tên tệp đó.',
    'usage/unknown-unit': (a, i) =>
      `Trong số liệu không có đơn vị nào mang mã hay tên ${quote(i.received ?? '')}.${nearest(a.nearest)}`,
    'usage/robustness-needs-points': (a) =>
      `--robustness đổi điểm hoặc trọng số của các tiêu chí, nhưng ${a.set} không chấm điểm theo từng tiêu chí. Hãy bỏ --robustness, hoặc dùng một bộ có điểm, ví dụ -c kon-tum-model@1.`,
    'usage/not-a-count': (a, i) =>
      `${quote(i.received ?? '')} không phải là số nguyên từ 1 trở lên, mà ${a.option} cần một số như vậy.`,
    'usage/option-twice': (a) => `Tùy chọn ${a.option} chỉ được nêu một lần. Hãy giữ lại một giá trị.`,
    'usage/unknown-group': (a, i) =>
      `Số liệu không có cột ${quote(i.received ?? '')} để gộp.${nearest(a.nearest)} ${a.known.length === 0 ? 'Không có cột nào gộp được.' : `Các cột gộp được: ${list(a.known)}.`}`,
    'usage/ambiguous-unit': (a, i) =>
      `Có nhiều đơn vị khớp với ${quote(i.received ?? '')}: ${list(a.units)}${a.more === 0 ? '' : ` và ${a.more} đơn vị khác`}. Hãy nêu mã đơn vị hoặc tên đầy đủ.`,
  },
  page: {
    skip: 'Đến nội dung',
    contents: 'Mục lục',
    pageNumber: ['Trang ', ' / '],
    madeBy: (version) => `Lập bằng xasach ${version}. Cùng số liệu và tiêu chí luôn cho cùng một báo cáo.`,
    headline: 'Kết quả chung',
    unitsAssessed: 'đơn vị được đánh giá',
    of: (part, whole) => `${part}/${whole}`,
    undetermined: 'chưa xác định',
    missingFigures: 'số liệu còn thiếu',
    targetMark: (until, share) => `mục tiêu ${until}: ${share}`,
    certifiedBar: (share, targets) => [`Tỷ lệ: ${share}`, ...targets].join('; '),
    classes: 'Phân loại',
    classColumns: { class: 'Loại', units: 'Số đơn vị', share: 'Tỷ lệ' },
    map: 'Bản đồ',
    mapPicture: (units, certified) =>
      `Bản đồ ${units} đơn vị theo loại; dấu ✓: ${certified}. Bảng xếp hạng có cùng nội dung bằng chữ.`,
    withoutBoundary: 'Các đơn vị không có ranh giới trong tệp:',
    boundariesFrom: (file) => `Ranh giới lấy từ tệp ${file} của người lập báo cáo; không dùng để xác định địa giới.`,
    ranking: 'Xếp hạng',
    search: 'Tìm đơn vị',
    searchHint: 'Tên hoặc mã, có dấu hay không dấu',
    all: 'tất cả',
    reset: 'Xóa bộ lọc',
    shown: 'Hiện {shown}/{all} đơn vị',
    pressForUnit: 'Chọn tên đơn vị để xem lý do, cách để đạt và điều khoản.',
    matrix: 'Đơn vị và tiêu chí',
    matrixAbout:
      'Mỗi hàng là một đơn vị theo thứ tự xếp hạng, mỗi cột là một tiêu chí. Đáp ứng một tiêu chí không có nghĩa là tốt: có tiêu chí nói lên tình hình phức tạp.',
    matrixPicture: (units, criteria, from, to) =>
      `Hình: ${units} đơn vị × ${criteria} tiêu chí, từ ${from} đến ${to}. Trang của từng đơn vị có cùng nội dung bằng chữ.`,
    criteriaTable: 'Số đơn vị theo từng tiêu chí',
    criteriaColumns: { criterion: 'Tiêu chí', clause: 'Điều khoản' },
    missing: 'Số liệu còn thiếu theo cơ quan',
    noneMissing: 'Không thiếu số liệu nào mà tiêu chí cần.',
    office: (name, count) => `${name}: ${count} số liệu`,
    missingColumns: { figure: 'Số liệu', count: 'Thiếu', units: 'Đơn vị và vị trí trong tệp' },
    everyUnit: 'mọi đơn vị',
    waysNotAsked: 'Chưa tính, vì mất nhiều thời gian với bộ tiêu chí hay số đơn vị này. Thêm --ways để có mục này.',
    nearNotAsked: 'Chưa tính, vì mất nhiều thời gian với bộ tiêu chí hay số đơn vị này. Thêm --near để có mục này.',
    moveColumns: { unit: 'Đơn vị', change: 'Thay đổi', reasons: 'Vì sao' },
    nearColumns: { figure: 'Nếu số liệu này', change: 'thay đổi', units: 'thì đổi loại' },
    readings: 'Cách hiểu đã áp dụng',
    readingColumns: { question: 'Vấn đề', answer: 'Cách hiểu', clause: 'Điều khoản' },
    remarks: 'Lưu ý về số liệu và tiêu chí',
    noticed: 'Phát hiện khi đọc số liệu',
    provenance: 'Nguồn gốc',
    provenanceTerms: {
      criteria: 'Bộ tiêu chí',
      title: 'Tên',
      status: 'Tình trạng',
      effective: 'Hiệu lực',
      sha256: 'SHA-256 của tệp tiêu chí',
      engine: 'Phần mềm',
      period: 'Kỳ',
      options: 'Tùy chọn',
      inputs: 'Tệp số liệu',
      documents: 'Văn bản',
    },
    inputColumns: { name: 'Tệp', rows: 'Số hàng', sha256: 'SHA-256' },
    noOptions: 'không',
    close: 'Đóng',
    previous: 'Đơn vị trước',
    next: 'Đơn vị sau',
    print: 'In',
    unitColumns: {
      criterion: 'Tiêu chí',
      state: 'Trạng thái',
      points: 'Điểm',
      found: 'Số liệu và điều kiện',
      clause: 'Điều khoản',
    },
  },
  cli: {
    about: 'Từ số liệu và bộ tiêu chí có phiên bản, xác định xã có đạt không ma túy không, thuộc loại nào và vì sao.',
    titles: {
      usage: 'Cách dùng:',
      arguments: 'Tham số:',
      options: 'Tùy chọn:',
      globalOptions: 'Tùy chọn chung của mọi lệnh:',
      commands: 'Các lệnh:',
      examples: 'Ví dụ:',
      exitCodes: 'Mã kết thúc:',
    },
    usage: { command: 'lệnh', program: '<lệnh> [tùy chọn]', options: '[tùy chọn]' },
    commands: {
      score: 'loại, điểm, kết luận và thứ hạng của từng đơn vị',
      explain: 'giải thích đầy đủ một đơn vị: vì sao thuộc loại đó, điều gì quyết định',
      rank: 'thứ tự các đơn vị, kể cả đồng hạng',
      check: 'chỉ kiểm tra số liệu: các lỗi và số liệu còn thiếu, theo tệp và theo cơ quan cung cấp',
      template: 'tệp số liệu trống để điền, cho một bộ tiêu chí',
      criteria: 'liệt kê các bộ tiêu chí hiện có, hoặc xem một bộ',
      lint: 'soát tệp tiêu chí và nêu những chỗ chưa ổn',
      diff: 'hai bộ tiêu chí khác nhau ở đâu, mỗi thay đổi chặt hơn hay nới hơn',
      schema: 'lược đồ JSON (JSON Schema) của tệp tiêu chí, trường hợp thử, kết quả hoặc so sánh',
      verify: 'tính lại một kết quả đã ghi và so sánh, nêu chỗ khác đầu tiên',
      completion: 'tập lệnh để cửa sổ lệnh tự điền lệnh, tùy chọn và giá trị khi nhấn phím Tab',
      test: 'chạy các trường hợp thử đi kèm tệp tiêu chí, nêu những ngưỡng chưa được thử',
      help: 'xem hướng dẫn của một lệnh',
    },
    arguments: {
      files: {
        name: 'tệp',
        about:
          'tệp số liệu CSV hoặc Excel (.xlsx), mỗi đơn vị một dòng; nhiều tệp được ghép theo đơn vị; dấu - là đọc từ đầu vào chuẩn',
      },
      unit: { name: 'đơn-vị', about: 'mã hoặc tên đơn vị' },
      set: { name: 'mã', about: 'mã bộ tiêu chí, như vn-drug-free@2025, hoặc một tệp tiêu chí' },
      base: {
        name: 'cũ',
        about: 'bộ tiêu chí cũ: mã, tệp, hoặc PHIÊN-BẢN:tệp để lấy từ lịch sử git, như main:tieu-chi.yaml',
      },
      revision: { name: 'mới', about: 'bộ tiêu chí mới, nêu như trên' },
      schema: {
        name: 'lược-đồ',
        about: 'criteria (tiêu chí), cases (trường hợp thử), result (kết quả) hoặc diff (so sánh)',
      },
      result: { name: 'kết-quả.json', about: 'kết quả đã ghi bằng xasach score -f json hoặc explain -f json' },
      inputs: {
        name: 'tệp',
        about: 'các tệp mà kết quả đã dùng, nếu không nằm cạnh tệp kết quả hay trong thư mục hiện tại',
      },
      linted: { name: 'bộ-tiêu-chí', about: 'mã bộ hoặc tệp tiêu chí (mặc định: mọi bộ có sẵn)' },
      shell: { name: 'cửa-sổ-lệnh', about: 'bash, zsh, fish hoặc powershell' },
      tested: { name: 'bộ-tiêu-chí', about: 'mã bộ hoặc tệp tiêu chí (mặc định: mọi bộ có sẵn kèm trường hợp thử)' },
    },
    values: {
      criteria: 'mã|tệp',
      period: 'kỳ',
      reading: 'tên=phương-án',
      overlay: 'tệp',
      encoding: 'bảng-mã',
      sheet: 'tên|số',
      map: 'tệp',
      units: 'mã|tệp',
      lineage: 'mã|tệp',
      province: 'tỉnh',
      format: 'dạng',
      by: 'cột',
      only: 'kết-luận|loại',
      top: 'số',
      where: 'điều-kiện',
      set: 'chỉ_tiêu=giá-trị',
      against: 'kỳ|tệp',
      output: 'tệp',
      'fail-on': 'trường-hợp',
      data: 'tệp...',
      ignore: 'tệp',
      on: 'ngày',
    },
    options: {
      criteria: 'bộ tiêu chí: họ@phiên-bản, họ (bản có hiệu lực trong kỳ) hoặc một tệp (mặc định: vn-drug-free)',
      period: 'kỳ đánh giá, ví dụ 2025',
      reading: 'cách hiểu một điều khoản chưa rõ (dùng được nhiều lần)',
      where:
        'chỉ nêu các đơn vị thỏa một điều kiện viết như trong tiêu chí, ví dụ "use_points > 0"; cùng --set: chỉ thay số liệu của các đơn vị đó',
      set: 'thử thay một số liệu (=, +=, -=) cho mọi đơn vị, hoặc cho một đơn vị bằng MÃ:chỉ_tiêu=giá-trị (dùng được nhiều lần); kết quả không dùng để công nhận',
      against:
        'so với một kỳ khác trong số liệu, hoặc với tệp kết quả JSON đã có: đơn vị mới đạt, giữ được, không còn đạt',
      'across-criteria': 'vẫn so sánh dù hai bên theo tiêu chí hoặc cách hiểu khác nhau',
      readings: 'thử mọi cách hiểu khác của các điều khoản, nêu đơn vị sẽ đổi loại và tiêu chí làm đổi',
      format: 'dạng kết quả (mặc định: theo đuôi của --output, không có thì là dạng đầu tiên)',
      output: 'ghi kết quả vào tệp thay vì hiện ra màn hình',
      'fail-on':
        'kết thúc với mã 1 nếu kết quả có undetermined (chưa xác định), not-certified (không đạt) hoặc warning (cảnh báo); dùng được nhiều lần',
      overlay: 'thử thay đổi bộ tiêu chí: tệp YAML chỉ ghi những chỗ khác (dùng được nhiều lần)',
      encoding:
        'bảng mã của tệp văn bản: utf-8, utf-16le, utf-16be, windows-1258, tcvn3 hoặc viscii (mặc định: tự nhận biết)',
      numbers: 'cách viết số khi bản thân cột không cho biết: vi là 1.234,5; en là 1,234.5',
      sheet: 'trang tính của tệp Excel, theo tên hoặc số thứ tự (mặc định: trang đầu)',
      map: 'tệp YAML cho biết nghĩa của những tên cột khác thường, hoặc ranh giới .geojson, .topojson để vẽ bản đồ trong báo cáo HTML (dùng được cả hai)',
      units: 'danh mục đơn vị, mỗi đơn vị đều phải có mặt: vn-2025 (3.321 đơn vị từ 1/7/2025) hoặc một tệp CSV',
      lineage: 'chuyển số liệu của đơn vị cũ sang đơn vị mới: vn-2025 hoặc một tệp CSV',
      province: 'chỉ các đơn vị của một tỉnh trong danh mục, theo tên hoặc mã',
      only: 'chỉ hiện những đơn vị certified (đạt), not-certified (không đạt), undetermined (chưa xác định) hoặc thuộc một loại, như key_1; tổng hợp vẫn là của mọi đơn vị (dùng được nhiều lần)',
      top: 'chỉ hiện chừng ấy hạng đầu, kể cả đồng hạng; với --by là của mỗi nhóm',
      robustness: 'thử độ vững của thứ hạng: đổi trọng số ±10 % và bỏ từng tiêu chí (bộ tiêu chí chấm điểm)',
      by: 'gộp theo một cột: district (huyện), province (tỉnh), type, border, registered, hoặc một chỉ tiêu có/không hay lựa chọn',
      near: 'nêu các đơn vị sát ngưỡng: sẽ đổi loại nếu một số liệu tăng hoặc giảm một đơn vị đo',
      ways: 'nêu cách để đạt của từng đơn vị (JSON, HTML, XLSX), kể cả khi phải tính lâu, như với bảng điểm',
      data: 'số liệu để xem đơn vị nào đổi kết quả khi đổi bộ tiêu chí, và do thay đổi nào',
      prove: 'chứng minh trên mọi số liệu có thể có: loại nào thêm hay bớt đơn vị, kèm ví dụ',
      'across-families': 'so sánh cả hai bộ tiêu chí khác họ hoặc khác cấp đơn vị',
      ignore:
        'tệp YAML nêu các thay đổi đã chấp nhận: dấu nhận dạng, lý do, ngày hết hạn; --fail-on bỏ qua các thay đổi đó',
      on: 'ngày dùng để xét hạn của --ignore, như 2026-01-31 (mặc định: ngày rà soát hoặc ngày hiệu lực của bộ mới)',
      excel: 'CSV để mở thẳng bằng Excel ở Việt Nam: ngăn bằng dấu chấm phẩy, số thập phân dùng dấu phẩy',
      lang: 'ngôn ngữ, tiếng Việt hoặc tiếng Anh (mặc định: theo XASACH_LANG, không có thì là vi)',
      color: 'có dùng màu hay không (mặc định: auto, tự xác định)',
      quiet: 'không hiện cảnh báo và lưu ý; lỗi vẫn hiện',
      help: 'xem hướng dẫn này',
      version: 'xem phiên bản của xasach',
    },
    examples: {
      program: [
        { line: 'xasach score so-lieu-2025.csv -p 2025', about: 'loại và thứ hạng của mọi xã' },
        { line: 'xasach help score', about: 'hướng dẫn đầy đủ của một lệnh' },
      ],
      score: [
        { line: 'xasach score so-lieu-2025.csv -p 2025', about: 'kết quả dạng bảng' },
        { line: 'xasach score so-lieu-2025.csv -p 2025 -o ket-qua.csv --excel', about: 'ghi tệp để mở bằng Excel' },
        { line: 'xasach score so-lieu-2025.csv -r bands=cumulative', about: 'theo một cách hiểu khác của điều khoản' },
        {
          line: 'xasach score - -f json < so-lieu-2025.csv',
          about: 'đọc từ đầu vào chuẩn, dùng cho chương trình khác',
        },
        {
          line: 'xasach score so-lieu.csv -p 2025 --against 2024',
          about: 'so với năm trước: mới đạt, giữ được, không còn đạt, vì sao',
        },
        { line: "xasach score so-lieu-2025.csv --set 'filed_users=0'", about: 'thử: nếu số liệu là như thế' },
      ],
      explain: [
        { line: 'xasach explain 30292 so-lieu-2025.csv', about: 'nêu đơn vị theo mã' },
        { line: 'xasach explain "Phường Bình Đức" so-lieu-2025.csv', about: 'nêu đơn vị theo tên' },
      ],
      rank: [
        { line: 'xasach rank so-lieu-2025.csv -p 2025', about: 'từ tốt nhất trở xuống' },
        { line: 'xasach rank so-lieu-2025.csv -p 2025 -o xep-hang.csv', about: 'ghi thứ tự vào tệp CSV' },
      ],
      check: [
        { line: 'xasach check so-lieu-2025.csv', about: 'mọi lỗi, kèm dòng và cột' },
        {
          line: 'xasach check so-lieu-2025.xlsx -o loi.xlsx',
          about: 'bản sao của tệp, tô màu và ghi chú ở từng ô lỗi',
        },
        {
          line: 'xasach check cong-an.xlsx y-te.csv --units vn-2025',
          about: 'nhiều tệp ghép thành một bảng, đối chiếu với danh mục đơn vị',
        },
        { line: 'xasach check so-lieu-2025.csv -f json -o loi.json', about: 'dùng cho chương trình khác' },
      ],
      template: [
        { line: 'xasach template -o mau.xlsx', about: 'tệp Excel trống cho bộ tiêu chí đang có hiệu lực' },
        {
          line: 'xasach template --units vn-2025 --province "An Giang" -o mau.xlsx',
          about: 'ghi sẵn mọi xã, phường của một tỉnh',
        },
        { line: 'xasach template -c kon-tum-model@1 -o mau.csv --excel', about: 'tệp CSV để mở bằng Excel' },
      ],
      criteria: [
        { line: 'xasach criteria', about: 'các bộ tiêu chí hiện có' },
        { line: 'xasach criteria vn-drug-free@2025', about: 'xem một bộ tiêu chí ở dạng dễ đọc' },
      ],
      lint: [
        { line: 'xasach lint', about: 'soát mọi bộ tiêu chí có sẵn' },
        { line: 'xasach lint tieu-chi-cua-tinh.yaml', about: 'soát một tệp, kèm dòng có lỗi' },
        { line: 'xasach lint tieu-chi-cua-tinh.yaml --fail-on warning', about: 'coi cảnh báo như lỗi' },
        { line: 'xasach lint vn-drug-free@2025 -f json', about: 'kết quả dùng cho chương trình khác' },
      ],
      diff: [
        { line: 'xasach diff kon-tum-model@1 kon-tum-model@2', about: 'hai phiên bản của một bộ tiêu chí' },
        { line: 'xasach diff vn-drug-free tieu-chi-cua-tinh.yaml', about: 'bản đang có hiệu lực và một tệp' },
        { line: 'xasach diff main:tieu-chi.yaml tieu-chi.yaml', about: 'tệp trong nhánh git main và tệp trên đĩa' },
        {
          line: 'xasach diff kon-tum-model@1 kon-tum-model@2 --data so-lieu.csv -p 2024',
          about: 'đơn vị nào đổi loại, do thay đổi nào',
        },
        {
          line: 'xasach diff main:tieu-chi.yaml tieu-chi.yaml --fail-on stricter --ignore da-chap-nhan.yaml',
          about: 'mã 1 nếu có chỗ chặt hơn mà chưa ai chấp nhận',
        },
      ],
      schema: [
        {
          line: 'xasach schema criteria -o criteria.schema.json',
          about: 'để trình soạn thảo kiểm tra tệp tiêu chí ngay khi gõ',
        },
        { line: 'xasach schema result', about: 'cấu trúc của kết quả JSON' },
      ],
      verify: [
        { line: 'xasach verify ket-qua.json', about: 'tệp số liệu nằm cạnh tệp kết quả' },
        { line: 'xasach verify ket-qua.json so-lieu-2025.csv', about: 'nêu tệp số liệu' },
      ],
      completion: [
        {
          line: 'source <(xasach completion bash)',
          about: 'dùng ngay trong cửa sổ bash đang mở; thêm dòng này vào ~/.bashrc để dùng mãi',
        },
        { line: 'xasach completion zsh -o _xasach', about: 'ghi ra tệp, cho zsh' },
      ],
      test: [
        { line: 'xasach test', about: 'các trường hợp thử của mọi bộ tiêu chí có sẵn' },
        { line: 'xasach test tieu-chi.yaml', about: 'các trường hợp trong tệp tieu-chi.cases.yaml bên cạnh' },
        { line: 'xasach test vn-drug-free@2025 -f json', about: 'một bộ, dùng cho chương trình khác' },
      ],
    },
    failOnChanges:
      'kết thúc với mã 1 nếu có thay đổi stricter (chặt hơn, kể cả có thể theo cả hai chiều), looser (nới hơn, cũng vậy), any (bất kỳ), hoặc có đơn vị đổi kết quả: moves (cần --data); dùng được nhiều lần',
    exitCodes: [
      { code: '0', about: 'đã chạy xong; xã không đạt cũng là một kết quả' },
      {
        code: '1',
        about: 'có điều nêu ở --fail-on, check hay lint thấy lỗi, test có chỗ không đạt, hoặc verify thấy khác',
      },
      { code: '2', about: 'lệnh viết chưa đúng' },
      { code: '3', about: 'tiêu chí hoặc số liệu không dùng được; chưa ghi gì' },
      { code: '70', about: 'lỗi của chính xasach' },
    ],
    nothingFound: 'Không phát hiện lỗi nào trong số liệu.',
    soundCriteria: 'Không phát hiện điều gì chưa ổn trong tiêu chí.',
    seeHelp: (command) => `Xem thêm: ${command}`,
    bug: (message, version) =>
      `Đây là lỗi của chính xasach ${version}, không phải của số liệu: ${message}. Hãy gửi dòng này và lệnh đã gõ cho nhóm phát triển (đặt XASACH_DEBUG=1 để xem thêm).`,
  },
  diff: diffVi,
  report: {
    columns: {
      rank: 'Hạng',
      code: 'Mã',
      name: 'Tên đơn vị',
      period: 'Kỳ',
      class: 'Phân loại',
      verdict: 'Kết luận',
      score: 'Điểm',
      deciding: 'Lý do quyết định',
    },
    verdicts: { certified: 'đạt', 'not-certified': 'không đạt', undetermined: 'chưa xác định' },
    unofficialVerdicts: {
      certified: 'đủ tiêu chí',
      'not-certified': 'không đủ tiêu chí',
      undetermined: 'chưa xác định',
    },
    states: { pass: 'đáp ứng', fail: 'không đáp ứng', unknown: 'chưa xác định', 'not-applicable': 'không áp dụng' },
    severities: { error: 'lỗi', warning: 'cảnh báo', note: 'ghi chú' },
    statuses: { draft: 'dự thảo', partial: 'chưa đầy đủ', 'in-force': 'đang có hiệu lực', retired: 'hết hiệu lực' },
    levels: UNIT_LEVELS,
    notForCertification: (status) => `KHÔNG DÙNG ĐỂ CÔNG NHẬN: ${NOT_CERTIFYING[status]}.`,
    yes: 'có',
    no: 'không',
    clause: ({ article, clause, point }) =>
      `${point === null ? '' : `điểm ${point} `}${clause === null ? '' : `khoản ${clause} `}Điều ${article}`,
    summary: 'Tổng hợp',
    total: 'Tổng số',
    undetermined: 'Chưa xác định',
    readings: 'Cách hiểu đã áp dụng',
    criteriaNamed: 'Tiêu chí nêu trong bảng',
    setLacks: 'Bộ tiêu chí còn thiếu',
    why: 'Vì sao',
    allCriteria: 'Toàn bộ tiêu chí',
    missing: 'Số liệu còn thiếu',
    notes: 'Lưu ý',
    basis: 'Căn cứ',
    rankOrder: 'Thứ tự xếp hạng',
    compare: {
      whatIf: (suppositions) =>
        `THỬ SỐ LIỆU, KHÔNG DÙNG ĐỂ CÔNG NHẬN: kết quả nếu ${suppositions.join('; ')}, không phải kết quả thật.`,
      chosen: (count, of, where) =>
        `Chỉ nêu ${count}/${of} đơn vị thỏa điều kiện ${where}; tổng hợp là của mọi đơn vị.`,
      beforeAfter: 'Trước và sau khi thay số liệu',
      againstPeriod: (period) => `So với kỳ ${period}`,
      againstResult: (file, period) => `So với kết quả trong ${file}${period === null ? '' : ` (kỳ ${period})`}`,
      acrossCriteria: (before, after) =>
        `Hai bên không theo cùng tiêu chí: trước là ${before}, sau là ${after}. Đơn vị chuyển loại có thể chỉ vì tiêu chí khác.`,
      verdicts: {
        'newly-certified': 'Mới đạt',
        kept: 'Giữ được',
        lost: 'Không còn đạt',
        'still-not': 'Vẫn chưa đạt',
        open: 'Có bên chưa xác định',
        appeared: 'Trước không có',
        vanished: 'Sau không còn',
      },
      unofficialVerdicts: {
        'newly-certified': 'Mới đủ tiêu chí',
        kept: 'Vẫn đủ tiêu chí',
        lost: 'Không còn đủ tiêu chí',
        'still-not': 'Vẫn chưa đủ tiêu chí',
        open: 'Có bên chưa xác định',
        appeared: 'Trước không có',
        vanished: 'Sau không còn',
      },
      matrix: 'Từ loại sang loại',
      fromTo: 'Trước (hàng), sau (cột)',
      wasAbsent: 'không có',
      absent: 'Không có',
      columnsAre: (columns) => `Cột: ${columns.join('; ')}.`,
      moved: (count, of) => `Đơn vị đổi loại hoặc đổi kết luận: ${count}/${of}`,
      touched: 'Đơn vị có số liệu được thay, trước và sau',
      noneMoved: (of) => `Không đơn vị nào trong ${of} đơn vị đổi loại hay đổi kết luận.`,
      change: (before, after) => `${before} → ${after}`,
      unchanged: (className) => `vẫn là ${className}`,
      named: (what, change) => `${what} ${change}`,
      score: 'điểm',
      rank: 'hạng',
      criterion: (id, change, why) => `${id}: ${change}${why.length === 0 ? '' : ` (${why.join('; ')})`}`,
      points: 'điểm',
      observed: 'số liệu xét',
      ruleChanged: 'nội dung tiêu chí đã khác',
      newCriterion: 'tiêu chí mới',
      droppedCriterion: 'tiêu chí đã bỏ',
      formerly: (id) => `trước là ${id}`,
      classRules: (labels) => `Điều kiện xếp loại đã khác: ${labels.join('; ')}`,
      noCriterion: 'Không tiêu chí nào đổi trạng thái.',
      moreFigures: (count) => `và ${count} số liệu khác`,
      appeared: (units, more) =>
        `Trước không có: ${units.join('; ')}${more === null ? '' : `; và ${more} đơn vị khác`}`,
      vanished: (units, more) => `Sau không còn: ${units.join('; ')}${more === null ? '' : `; và ${more} đơn vị khác`}`,
      otherReadings: 'Nếu hiểu khác đi',
      noReadings: 'Bộ tiêu chí này không có điều khoản nào có nhiều cách hiểu.',
      noOtherReading: 'Không có cách hiểu nào khác để thử.',
      reading: (choice, label) => `${choice}: ${label}`,
      underReading: (count, of) => `${count}/${of} đơn vị đổi loại hoặc đổi kết luận`,
      sameClasses: 'Mọi đơn vị giữ nguyên loại dù hiểu theo cách nào.',
    },
    verify: {
      same: (result) => `${result}: tính lại ra kết quả giống hệt.`,
      differs: (result, count) => `${result}: có ${count} chỗ khác khi tính lại.`,
      engine: (a) => `Phiên bản xasach: kết quả ghi ${a.recorded}, hiện nay là ${a.found}.`,
      criteria: (id, a) => `Bộ tiêu chí ${id} đã khác: SHA-256 ghi ${a.recorded}, hiện nay là ${a.found}.`,
      file: (name, a) => `Tệp ${name} đã khác: SHA-256 ghi ${a.recorded}, hiện nay là ${a.found}.`,
      result: (path, unit, a) =>
        `Chỗ khác đầu tiên trong kết quả: ${path}${unit === null ? '' : ` (${unit})`}: ghi ${a.recorded}, tính lại ra ${a.found}.`,
      nothing: 'không có',
      restIsSame: 'Mọi kết quả khác tính lại đều giống hệt.',
      notWorkedOut: 'Với tiêu chí và số liệu hiện nay không tính lại được; các lỗi ghi ở phần thông báo.',
    },
    sheets: {
      ranking: 'Xếp hạng',
      matrix: 'Ma trận tiêu chí',
      reasons: 'Lý do theo tiêu chí',
      provenance: 'Nguồn gốc kết quả',
      columns: {
        worstRank: 'Hạng thấp nhất có thể',
        fullScore: 'Điểm tối đa',
        leastScore: 'Điểm thấp nhất có thể',
        mostScore: 'Điểm cao nhất có thể',
        missing: 'Số ô thiếu',
        criterion: 'Tiêu chí',
        title: 'Nội dung tiêu chí',
        decides: 'Quyết định',
        state: 'Kết quả',
        observed: 'Giá trị',
        operator: 'So sánh',
        required: 'Mức yêu cầu',
        margin: 'Chênh lệch so với mức',
        points: 'Điểm',
        clause: 'Điều khoản',
        reason: 'Diễn giải',
        goal: 'Mục đích',
        number: 'Số thứ tự',
        way: 'Cách làm',
        office: 'Cơ quan cung cấp',
        indicator: 'Chỉ tiêu',
        file: 'Tệp',
        line: 'Dòng',
        column: 'Cột',
        until: 'Đến hết năm',
        needed: 'Số đơn vị cần đạt',
        reached: 'Số đơn vị đạt',
        lacking: 'Còn cần thêm',
        met: 'Hoàn thành',
        units: 'Số đơn vị',
        share: 'Tỷ lệ',
        candidates: 'Có thể là',
      },
      origin: {
        engine: 'Chương trình',
        criteria: 'Bộ tiêu chí',
        sha256: 'SHA-256',
        option: 'Tùy chọn',
        input: 'Tệp số liệu',
        rows: 'Số dòng',
        document: 'Văn bản',
        notice: 'Cảnh báo và ghi chú khi đọc số liệu',
      },
      onlyDeciding: (units) => `Vì có ${units} đơn vị, chỉ ghi những tiêu chí quyết định của mỗi đơn vị.`,
      waysAtCost: (command) => `Chưa tính ở đây vì mất nhiều thời gian. Xem từng đơn vị: ${command}`,
      shownOf: (shown, of) => `Chỉ nêu ${shown} trong ${of} đơn vị.`,
      noneMissing: 'Không thiếu số liệu nào.',
    },
    ways: {
      title: 'Cách để đạt',
      toCertified: 'Để được công nhận',
      toBetter: 'Để lên loại tốt hơn',
      lower: ({ label, from, to, distance }) => `giảm ${inSentence(label)} từ ${from} xuống ${to} (giảm ${distance})`,
      raise: ({ label, from, to, distance }) => `tăng ${inSentence(label)} từ ${from} lên ${to} (tăng ${distance})`,
      turn: (label, from, to) => `chuyển ${inSentence(label)} từ “${from}” thành “${to}”`,
      way: (changes, classes) => `${changes.join('; ')} → ${oneOf(classes)}`,
      notExact: 'Có thể còn cách khác cần thay đổi ít hơn.',
      whateverIsMissing: 'Đúng dù các số liệu còn thiếu là bao nhiêu.',
      nothingActionable: 'Không có số liệu nào của đơn vị còn thay đổi được trong kỳ này.',
      blocked: 'Trong kỳ này không còn cách nào.',
      unmet: (id, labels) => `${id} không thể đáp ứng được nữa${unchangeable(labels)}`,
      met: (id, labels) => `${id} vẫn giữ đơn vị ở loại hiện nay${unchangeable(labels)}`,
      notTogether: 'Từng tiêu chí còn thay đổi được, nhưng không thể cùng một lúc.',
      missing: 'Khi còn thiếu số liệu, chưa có cách nào chắc chắn.',
      notFound: 'Có quá nhiều khả năng, chưa tìm được cách nào.',
      near: 'Sát ngưỡng',
      nearUnits: (near, of) => `${near}/${of} đơn vị sẽ đổi loại nếu một số liệu tăng hoặc giảm một đơn vị đo`,
      noneNear: 'Không có đơn vị nào đổi loại nếu một số liệu tăng hoặc giảm một đơn vị đo.',
      nearBy: (label, now, then, className) => `nếu ${inSentence(label)} là ${then} thay vì ${now}: ${className}`,
    },
    reasons: {
      not: (condition) => `không có: ${condition}`,
      divided: (quotient, value) => `${quotient} = ${value}`,
      turn: (direction, distance, becomes) =>
        `${direction === 'up' ? 'tăng' : 'giảm'} ${distance} thì ${{ met: 'đáp ứng', 'not-met': 'không còn đáp ứng', full: 'được đủ điểm' }[becomes]}`,
      sentence: (a) =>
        `${a.id}: ${a.reason === '' ? '' : `${a.reason} `}${a.clause === null ? '' : `(${a.clause})`}: ${a.state}${a.turn === null ? '' : `; ${a.turn}`}`.replace(
          ' :',
          ':',
        ),
    },
    robustness: {
      title: 'Độ vững của thứ hạng',
      weights: (percent) => `±${percent} %`,
      leaveOneOut: 'Bỏ một tiêu chí',
      rule: (a) =>
        `±${a.percent} %: xếp hạng lại ${a.samples} lần; mỗi lần, điểm hoặc trọng số của từng tiêu chí được nhân với một hệ số riêng, lấy ngẫu nhiên trong các số ${a.least} %, …, ${a.greatest} % (bước 1 %, khả năng như nhau, bộ sinh số xorshift32, số khởi đầu ${a.seed}), rồi quy về tổng điểm cũ. Phép tính chính xác tuyệt đối; chạy lại cho đúng kết quả này.`,
      leftOut: (times) =>
        `Bỏ một tiêu chí: xếp hạng lại ${times} lần, mỗi lần bỏ một tiêu chí hoặc một nhóm; trong ngoặc là tiêu chí mà khi bỏ đi thì đơn vị lên cao nhất, xuống thấp nhất.`,
      mark: (places) =>
        `Dấu ! là thứ hạng chưa vững: có lần lên hoặc xuống quá ${places.join(', ')} bậc (một phần hai mươi số đơn vị, làm tròn lên).`,
      counts: (weights, leaveOneOut, of) =>
        `Hạng vững khi đổi trọng số: ${weights}/${of} đơn vị; khi bỏ một tiêu chí: ${leaveOneOut}/${of} đơn vị.`,
    },
    groups: {
      title: (label) => `Theo ${inSentence(label)}`,
      notStated: '(không nêu)',
      units: 'Đơn vị',
      rankInGroup: 'Trong nhóm',
      registered: 'Đăng ký',
      targetColumn: (until, share) => `Mục tiêu ${until}: ≥ ${share}`,
      target: (a) =>
        a.met === true
          ? `đạt (cần ${a.needed})`
          : `${a.met === null ? 'chưa rõ, ' : ''}còn thiếu ${a.stillNeeded} (cần ${a.needed})`,
      registeredLine: (a) => {
        const reached = a.official ? 'đạt' : 'đủ tiêu chí';
        const open = a.maybeCertified === null ? '' : `; ${a.maybeCertified} đơn vị chưa rõ`;
        const silent = a.notStated === null ? '' : `; ${a.notStated} đơn vị không nêu có đăng ký hay không`;
        return `Đăng ký xây dựng: ${a.units} đơn vị; trong đó ${reached} ${a.certified}${open}; không đăng ký mà ${reached}: ${a.certifiedBeside}${silent}`;
      },
    },
    selected: (a) => {
      const which = [
        ...(a.only.length === 0 ? [] : [oneOf(a.only)]),
        ...(a.top === null ? [] : [`${a.top} hạng đầu${a.inGroups ? ' của mỗi nhóm' : ''}, kể cả đồng hạng`]),
      ];
      return `Chỉ hiện ${a.shown}/${a.of} đơn vị: ${which.join('; ')}. Các con số tổng hợp vẫn là của cả ${a.of} đơn vị.`;
    },
    leftOutColumns: (titles, width, format) =>
      `Màn hình ${width} cột không đủ chỗ cho: ${titles.join('; ')}. Muốn xem đủ, hãy nới rộng cửa sổ, hoặc ghi ra tệp: -o ket-qua.${format}.`,
    warned: (count) => `${count} cảnh báo về tiêu chí và số liệu, nêu riêng sau kết quả`,
    period: (id) => `kỳ ${id}`,
    noPeriod: 'không nêu kỳ',
    units: (count) => `${count} đơn vị`,
    shares: { certified: 'Đạt', 'not-certified': 'Không đạt' },
    unofficialShares: { certified: 'Đủ tiêu chí', 'not-certified': 'Không đủ tiêu chí' },
    maybeCertified: (count) => `${count} đơn vị chưa rõ có đạt hay không vì thiếu số liệu`,
    target: (a) =>
      `Mục tiêu ${a.until}: ≥ ${a.share}: cần ${a.needed}, đạt ${a.certified} → ${a.met === true ? 'đạt' : `${a.met === null ? 'chưa xác định' : 'chưa đạt'}, còn thiếu ${a.stillNeeded} đơn vị`}`,
    candidates: (classes, exact) => `${exact ? 'có thể là' : 'không ngoài'} ${oneOf(classes)}`,
    missingCells: (cells) => `thiếu ${cells.join('; ')}`,
    lastPeriods: (label, periods) => `${label} (cộng ${periods} kỳ)`,
    periodsAgo: (label, periods) => `${label} (${periods === 1 ? 'kỳ trước' : `${periods} kỳ trước`})`,
    moreReasons: (count) => `và ${count} tiêu chí khác`,
    moreCriteria: (count, command) => `Còn ${count} tiêu chí khác: xem ${command}`,
    reading: (option) => `→ ${option}`,
    noData: 'thiếu số liệu',
    clearAnyway: 'còn thiếu một phần số liệu nhưng kết quả đã rõ',
    nothingByNothing: '0/0, không áp dụng',
    partsMet: (met, of, needed) => `${met}/${of} ý, cần ${needed}`,
    condition: (text) => `điều kiện ${text}`,
    counted: (number, unit) => `${number} ${unit}`.trimEnd(),
    between: (low, high) => `từ ${low} đến ${high}`,
    needs: (found, required) => `${found}, cần ${required}`,
    and: (parts) => parts.join(' và '),
    or: (parts) => parts.join(' hoặc '),
    otherThan: (values) => `khác ${oneOf(values)}`,
    oneOf: (values) => `là ${oneOf(values)}`,
    noneOf: (values) => `không phải ${oneOf(values)}`,
    atLeast: (needed, of) => `ít nhất ${needed} trong ${of} ý sau`,
    atMost: (allowed, of) => `nhiều nhất ${allowed} trong ${of} ý sau`,
    allOf: 'tất cả các ý sau',
    anyOf: 'một trong các ý sau',
    noneOfParts: 'không có ý nào sau đây',
    above: (distance) => `cao hơn mức ${distance}`,
    below: (distance) => `thấp hơn mức ${distance}`,
    onLine: 'đúng bằng mức',
    stateTotals: (counts, total) =>
      `${counts.pass} đáp ứng, ${counts.fail} không đáp ứng, ${counts.unknown} chưa xác định, ${counts['not-applicable']} không áp dụng; tổng số ${total}`,
    rankOf: (place, of) => `${place} trên ${of} đơn vị`,
    points: {
      points: (points) => `${points} điểm`,
      of: (earned, of) => `${earned}/${of} điểm`,
      short: 'điểm',
      score: 'Tổng điểm',
      scoreOf: (id) => `Điểm ${id}`,
      band: (from, points) => `bậc từ ${from}: ${points} điểm`,
      underBands: (lowest) => `dưới bậc thấp nhất (${lowest}): 0 điểm`,
      between: (low, high) => `giữa mốc ${step(low)} và mốc ${step(high)}`,
      upTo: (lowest) => `không quá mốc ${step(lowest)}`,
      from: (highest) => `từ mốc ${step(highest)} trở lên`,
      deducted: (points) => `bị trừ ${points} điểm`,
      nothingDeducted: 'không bị trừ điểm',
      notApplicable: {
        pass: 'không áp dụng, được tính đủ điểm',
        fail: 'không áp dụng, tính 0 điểm',
        exclude: 'không áp dụng, không tính vào điểm',
      },
      applies: (condition) => `chỉ áp dụng khi ${condition}`,
    },
    byClass: (classes) => `phân loại, tốt xếp trước: ${classes.join(' → ')}`,
    byScore: (order) => (order === 'high' ? 'điểm, cao xếp trước' : 'điểm, thấp xếp trước'),
    byNumber: (label, order) => `${label}, ${order === 'high' ? 'cao' : 'thấp'} xếp trước`,
    tied: 'Dấu = là đồng hạng.',
    errorCount: (count) => `${count} lỗi`,
    warningCount: (count) => `${count} cảnh báo`,
    noteCount: (count) => `${count} ghi chú`,
    check: {
      noFile: 'Không thuộc riêng tệp nào',
      noOffice: 'Không riêng cơ quan nào',
      heading: (name, counts) => `${name}: ${counts}`,
      moreCells: (count, cells, isAll) => `${count} ô khác cùng lỗi: ${cells.join('; ')}${isAll ? '' : '; …'}`,
      moreOfKind: (count) => `${count} chỗ khác cùng loại`,
      missing: (count) => `Số liệu còn thiếu: ${count} ô`,
      missingOf: (label, count, units, isAll) => `${label}: ${count} đơn vị: ${units.join('; ')}${isAll ? '' : '; …'}`,
      cells: (count) => `${count} ô`,
      columns: {
        file: 'Tệp',
        sheet: 'Trang tính',
        cell: 'Ô',
        line: 'Dòng',
        column: 'Cột',
        severity: 'Mức',
        office: 'Cơ quan cung cấp',
        indicator: 'Chỉ tiêu',
        received: 'Giá trị trong ô',
        message: 'Nội dung',
        code: 'Mã lỗi',
      },
      problems: 'Các lỗi',
      missingFigures: 'Số liệu còn thiếu',
      personalLeftOut: 'Các ô của cột này đã được bỏ khỏi bản sao vì có thể là thông tin cá nhân.',
    },
    template: {
      title: (title, id) => `${title} (${id})`,
      howTo: 'Điền mỗi đơn vị một dòng dưới dòng tên cột; ô chưa có số liệu thì để trống, không ghi 0.',
      label: (label, unit) => (unit === null ? `↓ ${label}` : `↓ ${label}, tính bằng ${unit}`),
      allowed: 'Được ghi:',
      example: 'Ví dụ:',
      count: (min, max) => `số nguyên${min === null ? '' : ` từ ${min}`}${max === null ? '' : ` đến ${max}`}`,
      decimal: (min, max) => `số${min === null ? '' : ` từ ${min}`}${max === null ? '' : ` đến ${max}`}`,
      percent: 'tỷ lệ, có dấu %',
      boolean: 'có hoặc không',
      exampleBoolean: 'có',
      code: 'mã đơn vị hành chính, giữ nguyên số 0 ở đầu',
      text: 'chữ',
      period: 'kỳ đánh giá, ví dụ 2025',
      exampleName: 'Phường Ba Đình',
    },
    cases: {
      counts: (passed, failed, of) =>
        failed === '0' ? `Trường hợp thử: ${of}, đều đạt` : `Trường hợp thử: ${of}; đạt ${passed}, không đạt ${failed}`,
      covered: (of) => `Ngưỡng: ${of}; đều đã thử ngay dưới, đúng bằng và ngay trên, ở mọi phía có thể xảy ra`,
      uncovered: (lacking, of) => `Ngưỡng: ${of}; chưa thử hết các phía có thể xảy ra: ${lacking}`,
      sides: { under: 'ngay dưới', at: 'đúng bằng', over: 'ngay trên' },
      gap: (sides) => `chưa có trường hợp ${oneOf(sides)} ngưỡng`,
      readings: (chosen) => `cách hiểu ${chosen.join(', ')}`,
      notRun: 'Không chạy được trường hợp này:',
      class: 'loại (class)',
      candidates: 'các loại có thể (candidates)',
      certified: 'kết luận (certified)',
      score: 'điểm (score)',
      state: (id) => `kết quả tiêu chí ${id}`,
      points: (id) => `điểm của ${id}`,
      difference: (what, expected, found) => `${what}: mong đợi ${expected}, kết quả là ${found}`,
    },

    set: {
      id: 'Mã',
      status: 'Tình trạng',
      title: 'Tên bộ tiêu chí',
      unit: 'Áp dụng cho',
      effective: 'Hiệu lực',
      from: (day) => `từ ngày ${day}`,
      fromTo: (from, to) => `từ ngày ${from} đến hết ngày ${to}`,
      reviewed: 'Rà soát lần cuối',
      notReviewed: 'chưa rà soát',
      period: 'Kỳ đánh giá',
      yearFromTo: (from, to) => `hằng năm, từ ngày ${from} đến ngày ${to}`,
      sources: 'Văn bản',
      indicators: 'Chỉ tiêu (cột số liệu)',
      measures: 'Đại lượng tính từ chỉ tiêu',
      checks: 'Quy tắc kiểm tra số liệu',
      criteria: 'Tiêu chí',
      remarks: 'Lưu ý kèm kết quả',
      score: 'Điểm',
      countOf: (ids) => `mỗi tiêu chí đáp ứng được 1 điểm: ${ids.join(', ')}`,
      sumOf: (of) =>
        `cộng điểm các tiêu chí, nhiều nhất ${of} điểm; phần không áp dụng không tính vào số điểm có thể đạt`,
      weightedOf: (of) => `mỗi tiêu chí góp phần điểm theo trọng số trong tổng ${of} điểm`,
      rounding: (to, mode) => `làm tròn một lần, ở tổng điểm, đến ${to}, ${ROUNDING[mode]}`,
      notRounded: 'không làm tròn',
      mandatoryOf: (ids) => `điều kiện bắt buộc (mandatory): ${ids.join(', ')}`,
      gate: (points, operator, bound, share) =>
        `${points} ${operator} ${bound}${share ? ' số điểm có thể đạt' : ' điểm'}`,
      mandatory: 'bắt buộc',
      bonus: 'điểm cộng thêm',
      weight: (weight, share) => `trọng số ${weight}, bằng ${share} tổng điểm`,
      pointsIf: (points, test) => `${points} điểm nếu ${test}`,
      bands: (on, steps) =>
        `${on}: ${steps.map(({ value, points }) => `từ ${value} được ${points} điểm`).join('; ')}; thấp hơn: 0 điểm`,
      scale: (on, steps) => `${on}: ${steps.map(step).join(', ')}; ở giữa tính theo tỷ lệ`,
      deduct: (points, each, per) => `${points} điểm, mỗi đơn vị của ${per} trừ ${each} điểm`,
      atMostDeducted: (points) => `trừ nhiều nhất ${points} điểm`,
      neverBelow: (points) => `không dưới ${points} điểm`,
      cap: (points) => `nhiều nhất ${points} điểm, kể cả điểm cộng thêm`,
      appliesWhen: (condition) => `chỉ áp dụng khi ${condition}`,
      otherwiseCounts: {
        pass: 'khi không áp dụng coi như đáp ứng',
        fail: 'khi không áp dụng coi như không đáp ứng',
        exclude: 'khi không áp dụng thì không tính',
      },
      responsible: (office) => `cơ quan thực hiện: ${office}`,
      was: (id) => `trước là ${id}`,
      rolledUp: 'Tổng hợp từ',
      rolledUpBy: (set, column) => `các đơn vị theo ${set}, gộp theo cột ${column}`,
      fromBelow: (formula) => `= ${formula} của các đơn vị cấp dưới`,
      overridden: 'Thay đổi so với tệp gốc',
      targets: 'Mục tiêu',
      targetLine: (until, share) => `đến hết năm ${until}: ít nhất ${share} số đơn vị đạt`,
      certifies: 'được công nhận',
      otherwise: 'các trường hợp còn lại',
      measured: { end: 'tại cuối kỳ', period: 'trong kỳ' },
      provider: (office) => `cung cấp: ${office}`,
      chosen: 'đang áp dụng',
      file: 'Tệp',
      none: 'Không có bộ tiêu chí nào.',
    },
  },
};
