import { dimensionParts } from './dimension-parts.ts';
import type { Messages } from './messages.ts';
import { isDay, numberText } from './format.ts';
import type {
  AppliedCriteria,
  CaseIdKind,
  ExpectedWord,
  Form,
  IdKind,
  IssueArgs,
  NoResult,
  PersonalKind,
  Portion,
  RuleFault,
  ValueKind,
  YamlFault,
} from './issue.ts';
import { UNIT_LEVELS, cell, day, place, quote, units } from './vi-words.ts';
import { unitName } from './unit-name.ts';

/** Các khả năng: “A”, “B” hoặc “C”. */
const alternatives = (items: readonly string[]): string =>
  [items.slice(0, -1).join(', '), ...items.slice(-1)].filter((part) => part !== '').join(' hoặc ');

/** Phần câu gợi ý các tên gần giống. */
const nearest = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` Có phải là ${alternatives(names.map(quote))}?`;

/** Các mục, mỗi mục một dòng; đọc liền cũng thành câu. */
const listed = (items: readonly string[]): readonly string[] =>
  items.map((item, index) => `  ${item}${index < items.length - 1 ? ';' : '.'}`);

/** How former units on the earlier side, of the same data or of an earlier result, are compared with units of today. */
const againstFormer = (result: string | null): string =>
  result === null
    ? 'hãy thêm --lineage vn-2025'
    : `hãy đánh giá lại số liệu của ${quote(result)} với --lineage vn-2025 rồi nêu kết quả mới đó sau --against`;

/** Where a column about the unit can be had, other than from the data. */
const ofRegistry = (a: IssueArgs['usage/unknown-group']): string =>
  [
    a.former === true ? ' Cột này của đơn vị cũ không được chuyển sang đơn vị mới.' : '',
    a.ofRegistry === true ? ' Hãy thêm --units vn-2025 để lấy cột này từ danh mục đơn vị.' : '',
  ].join('');

const ofText = (received: string | null): string => (received === null ? '' : `: ${quote(received)}`);

const list = (items: readonly string[]): string => items.join(', ');

const number = (count: number): string => numberText(String(count), 'vi');

const PORTIONS: Readonly<Record<Portion, string>> = { whole: '', part: ' (một phần)', population: ' (toàn bộ dân số)' };

/** What is wrong with a unit; in a cases file it has no code. */
const ofUnit = (unit: string, sentence: string): string =>
  unit === '' ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : `${unit}: ${sentence}`;

/** Tệp nhị phân trông giống gì, và phải làm gì. */
const BINARY: Readonly<Record<IssueArgs['data/binary']['looksLike'], string>> = {
  xlsx: 'Đây là sổ tính Excel (.xlsx), không phải CSV. Hãy mở bằng Excel và lưu thành “CSV UTF-8 (Comma delimited)”.',
  xls: 'Đây là sổ tính Excel kiểu cũ (.xls). Hãy mở bằng Excel và lưu thành “Excel Workbook (*.xlsx)”.',
  pdf: 'Đây là tệp PDF, không phải CSV. Hãy xin bảng số liệu gốc, dạng Excel (.xlsx) hoặc CSV.',
  html: 'Đây là bảng dạng trang web (HTML), không phải sổ tính hay CSV. Hãy mở bằng Excel và lưu thành “Excel Workbook (*.xlsx)”.',
  unknown: 'Tệp chứa dữ liệu nhị phân, không phải văn bản. Cần tệp Excel (.xlsx) hoặc CSV.',
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

/** Thứ nguyên: `count`, `percent`, rỗng là tỷ số, còn lại là các đơn vị đo như `count/m²`. */
const dimension = (name: string): string => {
  if (name === '') return 'tỷ số';
  const { above, below } = dimensionParts(name);
  return [above.map(quantity).join(' nhân '), ...below.map(quantity)].join(' chia cho ');
};

const quantity = (unit: string): string => {
  switch (unit) {
    case 'count':
      return 'số đếm';
    case 'percent':
      return 'tỷ lệ phần trăm';
    case '1':
      return 'một số';
    default:
      return quote(unit);
  }
};

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
  amount: 'một số từ 0 trở lên, viết với dấu chấm thập phân, như 0.5',
  step: 'một số lớn hơn 0, viết với dấu chấm thập phân, như 0.1',
  'plain-decimal': 'một số viết với dấu chấm thập phân, không kèm dấu %, như 0',
  'whole-number': 'một số nguyên từ 1 trở lên',
  share: 'một tỷ lệ từ 0% đến 100%, như 20%',
  cite: 'văn bản và điều khoản, như qd28 Đ4.k1.a',
  url: 'một địa chỉ bắt đầu bằng https://',
  fingerprint: 'dấu nhận dạng gồm 12 chữ số thập lục phân mà xasach diff nêu ra',
  merge: 'sum, max hoặc any, hoặc { by: …, of: people, bounds: true }',
  cell: 'một số, một đoạn chữ, true, false hoặc null',
  verdict: 'true, false hoặc null',
  'points-range': 'một số điểm, { min: …, max: … } hoặc null',
  'one-case': 'hoặc data (kèm history nếu cần), hoặc units',
  expectation: 'ít nhất một trong: class, candidates, certified, score, states, points',
};

const YAML_FAULTS: Readonly<Record<YamlFault, string>> = {
  indentation: 'Thụt đầu dòng chưa đúng ở đây. Các khóa cùng cấp phải bắt đầu ở cùng một cột.',
  tab: 'Không được thụt đầu dòng bằng phím Tab. Hãy dùng dấu cách.',
  'odd-space': 'Ở đây có dấu cách lạ (NBSP), thường do chép từ Word hoặc trang web. Hãy thay bằng dấu cách thường.',
  'missing-colon': 'Dòng này thiếu dấu hai chấm sau khóa, hoặc thiếu dấu cách sau dấu hai chấm.',
  'open-quote': 'Dấu nháy mở ở đây không được đóng lại. Hãy thêm dấu nháy đóng.',
  'open-bracket': 'Ngoặc mở ở đây không được đóng lại. Hãy thêm dấu đóng ngoặc.',
  'missing-mark': 'Ở đây thiếu dấu phẩy hoặc dấu đóng ngoặc. Hãy đặt chữ và công thức trong dấu nháy.',
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
  'no-permission': () => 'Không có quyền ghi ở đây. Hãy chọn tệp khác, hoặc thư mục của mình.',
  'no-space': () => 'Ổ đĩa đã đầy; chưa ghi gì. Hãy giải phóng dung lượng, hoặc chọn ổ đĩa khác.',
  other: (detail) => `Không ghi được tệp (${detail}); chưa ghi gì.`,
};

const RULE_FAULTS: Readonly<Record<RuleFault, string>> = {
  'points-needed': 'bands, scale, deduct và parts phải có điểm (points).',
  'mandatory-with-points': 'điều kiện bắt buộc chỉ có đạt hoặc không đạt, không chấm điểm.',
  'weight-needed': 'trong cách tính weighted, mỗi tiêu chí có điểm phải có trọng số (weight).',
  'weight-without-points':
    'trọng số (weight) mà không có điểm (points) thì không được tính. Hãy ghi thêm điểm, hoặc bỏ trọng số.',
  'weights-nothing':
    'mọi trọng số đều bằng 0 nên không tiêu chí nào được tính. Hãy ghi ít nhất một trọng số lớn hơn 0.',
  'bands-not-descending': 'các mức (bands) xếp từ giá trị cao nhất đến thấp nhất, mỗi giá trị một lần.',
  'scale-not-ascending': 'các giá trị của thang (scale) tăng dần, mỗi giá trị một lần.',
  'points-turn': 'điểm của các mức phải chỉ tăng hoặc chỉ giảm, không được tăng rồi giảm hay giảm rồi tăng.',
  'best-step-not-points': 'mức tốt nhất phải đúng bằng số điểm của tiêu chí.',
};

const PERSONAL: Readonly<Record<PersonalKind, string>> = {
  name: 'họ tên cá nhân',
  identity: 'số căn cước, chứng minh nhân dân hoặc hộ chiếu',
  phone: 'số điện thoại',
  birth: 'ngày sinh',
  address: 'địa chỉ cá nhân',
};

const NOT_A_WORKBOOK: Readonly<Record<IssueArgs['data/not-a-workbook']['reason'], string>> = {
  'no-zip': 'Tệp không phải là sổ tính Excel (.xlsx). Hãy mở bằng Excel và lưu lại thành “Excel Workbook (*.xlsx)”.',
  text: 'Tệp không phải là sổ tính Excel (.xlsx) mà là văn bản. Nếu đây là tệp CSV, hãy đổi đuôi thành .csv.',
  ods: 'Đây là sổ tính OpenDocument (.ods). Hãy mở bằng LibreOffice hoặc Excel và lưu thành “Excel Workbook (*.xlsx)”.',
  'cut-off': 'Tệp hỏng hoặc tải chưa hết. Hãy tải hoặc sao chép lại tệp.',
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
  'not-json': () => 'Tệp này không phải JSON nên không phải tệp kết quả.',
  'bad-json': () => 'JSON của tệp này bị hỏng ở đây.',
  'cut-off': () => 'Tệp này bị cắt ngang: hết tệp mà JSON chưa trọn vẹn.',
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

/** Các đơn vị mà số liệu giả định không hợp. */
const outside = ({ units: found, total, of }: IssueArgs['what-if/outside-domain']): string => {
  if (of === 1) return units(found, total);
  return total === of ? 'mọi đơn vị' : `${number(total)}/${number(of)} đơn vị: ${units(found, total)}`;
};

/** Những cái được nêu tên, và số còn lại. */
const withRest = (named: readonly string[], total: number, of: string): string =>
  [...named, ...(total > named.length ? [`và ${number(total - named.length)} ${of} khác`] : [])].join('; ');

/** Các đơn vị chỉ có số liệu của kỳ khác, kèm kỳ và dòng. */
const others = (a: IssueArgs['period/units-of-others']): string => {
  const named = a.units.map((one) => `${unitName(one)}, kỳ ${one.period} (dòng ${one.line})`);
  return withRest(named, a.total, 'đơn vị');
};

/** Các mã kèm hai tên của hai kỳ. */
const twoNames = (a: IssueArgs['period/other-name']): string => {
  const called = (name: string | null, period: string | null): string =>
    `${quote(name ?? '')}${period === null ? '' : ` (kỳ ${period})`}`;
  const named = a.units.map(
    ({ code, name, period, other }) => `${code} là ${called(name, period)} và ${called(other.name, other.period)}`,
  );
  return withRest(named, a.total, 'mã');
};

/** Các đơn vị cấp trên kèm những nơi mà đơn vị cấp dưới của chúng ghi. */
const severalGroups = (a: IssueArgs['rollup/several-groups']): string =>
  withRest(
    a.units.map((own) => `${own.unit} (${list(own.groups)})`),
    a.total,
    'đơn vị',
  );

/** What to do about units of before July 2025: a lineage carries them, where there is no unit of today among them. */
const FORMER_UNITS =
  'Nếu toàn bộ số liệu theo đơn vị cũ, hãy thêm --lineage vn-2025; nếu chỉ một phần, hãy cộng phần đó vào đơn vị mới.';

/** What is wrong and what to do about it, in Vietnamese. */
export const viIssues: Messages['issues'] = {
  'number/ambiguous': (a, i) =>
    `${quote(i.received ?? '')} có hai cách đọc. Nếu dấu ${i.received?.includes(',') === true ? 'phẩy' : 'chấm'} tách hàng nghìn, hãy viết ${a.whole}; nếu dấu đó đứng trước phần thập phân, hãy viết ${a.decimal}.`,
  'number/marks': (a) =>
    `Ở đây số viết liền nhau, không tách hàng nghìn, và dùng dấu chấm cho phần thập phân. Hãy viết ${a.write}.`,
  'formula/unexpected-character': (a) => `Ký tự ${quote(a.character)} không có nghĩa trong công thức.`,
  'formula/wrong-operator': (a) => `Công thức không dùng ${quote(a.found)}. Hãy viết ${a.write}.`,
  'formula/chained-comparison': (a) => `Mỗi phép so sánh chỉ có hai vế. Hãy viết ${a.write}.`,
  'formula/quoted': (a) => `Trong công thức, tên và số không đặt trong dấu nháy. Hãy viết ${a.write}.`,
  'formula/choice-label': (a) => `${quote(a.label)} là nhãn của giá trị ${a.id}. Công thức dùng mã: hãy viết ${a.id}.`,
  'formula/unexpected-token': (a, i) =>
    `${i.received === null ? 'Công thức kết thúc quá sớm' : `${quote(i.received)} không thể đứng ở đây`}; cần ${alternatives(a.expected.map((word) => WORDS[word]))}.`,
  'formula/too-long': (a) => `Công thức dài quá ${number(a.limit)} ký tự. Hãy tách thành các đại lượng (measures).`,
  'formula/too-deep': (a) => `Công thức lồng nhau quá ${a.limit} tầng. Hãy tách thành các đại lượng (measures).`,
  'formula/unknown-name': (a) =>
    `Không có chỉ tiêu, đại lượng, tiêu chí hay giá trị nào tên là ${quote(a.name)}.${nearest(a.nearest)}`,
  'formula/choice-value': (a) =>
    `${quote(a.value)} là một giá trị của ${list(a.indicators.map(quote))}. Các giá trị lựa chọn không có thứ tự và không phải là số: chỉ so sánh bằng ==, != hoặc in, ví dụ ${a.indicators[0] ?? ''} == ${a.value}.`,
  'formula/unknown-function': (a) => `Không có hàm ${quote(a.name)}. Các hàm hiện có: ${list(a.known)}.`,
  'formula/wrong-argument-count': (a) =>
    `Hàm ${quote(a.name)} cần ${a.least === a.most ? a.least : `ít nhất ${a.least}`} tham số.`,
  'formula/wrong-type': (a) => `Cần ${KINDS[a.expected]}, nhưng gặp ${KINDS[a.found]}.`,
  'formula/mixed-units': (a) => `Không thể cộng hay so sánh ${dimension(a.left)} với ${dimension(a.right)}.`,
  'formula/percent-needed': (a) =>
    `Tỷ lệ phần trăm đang được so với số ${a.number} không có dấu %. Hãy viết ${a.number}%.`,
  'formula/division-by-zero': () => 'Ở đây có phép chia cho 0.',
  'formula/unknown-choice': (a, i) =>
    `${quote(i.received ?? '')} không phải là giá trị của ${quote(a.indicator)}. Các giá trị: ${list(a.known)}.`,
  'data/empty-file': () => 'Tệp trống. Cần một dòng tiêu đề cột và ít nhất một dòng số liệu.',
  'data/binary': (a) => BINARY[a.looksLike],
  'data/not-utf8': (a) =>
    `${a.looksLike === null ? 'Dòng này chứa byte không thuộc mã UTF-8' : `Tệp được mã hóa ${a.looksLike}, không phải UTF-8`}. Hãy mở tệp bằng Excel và lưu thành “CSV UTF-8 (Comma delimited)”.`,
  'data/encoding': (a) => `Tệp được mã hóa ${a.encoding}, không phải UTF-8; đã đọc theo mã này.`,
  'data/legacy-font': (a) =>
    `Chữ trong trang tính này gõ bằng phông có bảng mã riêng (như phông VnTime), mã ${a.encoding}; đã chuyển sang Unicode.`,
  'data/unknown-encoding': (a) =>
    `Dòng này chứa byte không thuộc mã UTF-8, và đọc theo ${list(a.tried)} cũng không chắc chắn ra chữ Việt. Hãy lưu tệp thành “CSV UTF-8”, hoặc nêu bảng mã bằng --encoding.`,
  'data/undecodable': (a) =>
    `Đọc theo mã ${a.encoding} không ra chữ Việt. Hãy nêu đúng bảng mã bằng --encoding, hoặc lưu tệp thành “CSV UTF-8”.`,
  'data/garbled-text': (a, i) =>
    `${quote(i.received ?? '')} không còn là chữ Việt: ${
      a.fault === 'twice'
        ? 'tệp UTF-8 đã bị mở theo bảng mã khác rồi lưu lại (mã hóa hai lần)'
        : 'tệp đã bị lưu theo bảng mã không có chữ này, nên chữ đã mất'
    }. Hãy mở lại tệp gốc và lưu thành “CSV UTF-8” hoặc Excel (.xlsx).`,
  'data/quote-not-closed': () =>
    'Dấu nháy kép mở ở đây không được đóng lại, nên không xác định được các ô phía sau. Hãy thêm dấu nháy đóng, hoặc xóa dấu nháy này.',
  'data/quote-misplaced': () =>
    'Dấu nháy kép nằm giữa ô. Hãy đặt cả ô trong dấu nháy kép và viết đôi mỗi dấu nháy bên trong (""), hoặc xóa dấu nháy.',
  'data/record-too-long': (a) =>
    `Dòng dài quá ${number(a.limit)} ký tự. Hãy kiểm tra xem đây có đúng là tệp CSV không.`,
  'data/too-many-columns': (a) =>
    `Có hơn ${number(a.limit)} cột. Hãy kiểm tra dấu phân cách, hoặc chỉ giữ các cột cần dùng.`,
  'data/not-a-workbook': (a) => NOT_A_WORKBOOK[a.reason],
  'data/locked-workbook': () =>
    'Sổ tính được bảo vệ bằng mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu mở tệp rồi lưu lại.',
  'data/workbook-too-large': (a) =>
    `Sổ tính giải nén ra hơn ${a.limit} MB nên không được đọc. Hãy chỉ giữ trang tính chứa số liệu.`,
  'data/sheet-too-large': (a) =>
    `Vùng có số liệu của trang tính vượt quá ${number(a.limit)} ô. Hãy xóa các ô nằm xa bảng số liệu, rồi lưu lại.`,
  'data/unknown-sheet': (a, i) =>
    `Sổ tính không có trang tính ${quote(i.received ?? '')}.${a.nearest.length > 0 ? nearest(a.nearest) : ` Các trang tính: ${list(a.sheets.map(quote))}.`}`,
  'data/no-sheets': (_, i) =>
    `Tệp này là tệp văn bản, không có trang tính nào, nên --sheet ${quote(i.received ?? '')} không có tác dụng.`,
  'data/other-sheets': (a) =>
    `Đã đọc trang tính ${quote(a.sheet)}; không đọc: ${list(a.others.map(quote))}. Để đọc trang khác, hãy dùng --sheet.`,
  'data/several-data-sheets': (a) =>
    `Sổ tính có ${a.sheets.length} trang số liệu: ${list(a.sheets.map(quote))}; chương trình không tự chọn. Để đọc tất cả, hãy thêm ${a.sheets.map((sheet) => `--sheet "${sheet}"`).join(' ')}; để đọc một trang, chỉ ghi --sheet của trang đó.`,
  'data/header-elsewhere': (a) => `Trang ${quote(a.sheet)} có các tên cột này: hãy thêm --sheet "${a.sheet}".`,
  'data/header-hidden': (a) =>
    `Trang đang ẩn ${list(a.sheets.map(quote))} có các tên cột này. Hãy cho hiện trang đó trong Excel (Unhide) và xem có đúng là số liệu cần đọc không; nếu đúng, hãy thêm ${a.sheets.map((sheet) => `--sheet "${sheet}"`).join(' hoặc ')}.`,
  'data/rows-above-header': (a) => `Không đọc ${a.rows} dòng phía trên dòng tiêu đề.`,
  'data/unit-above-header': (a) =>
    `Dòng ${a.line} giống một dòng số liệu (${a.unit.code}${a.unit.name === null ? '' : `, ${a.unit.name}`}) nhưng nằm phía trên dòng tên cột nên không được đọc. Hãy chuyển xuống dưới dòng tên cột.`,
  'data/qualified-column': (a) =>
    `Cột này tên giống cột ${quote(a.column.vi)}, nhưng “(${a.added})” có thể khiến số liệu mang nghĩa khác, nên không được đọc. Nếu đúng là số liệu cần dùng, hãy bỏ phần trong ngoặc, hoặc khai báo tên cột bằng --map.`,
  'data/other-measure': (a, i) =>
    `Số liệu ghi theo đơn vị ${quote(i.received ?? '')}, không đúng đơn vị của ${quote(a.column.vi)}${a.needed === null ? '' : ` (cần ${a.needed.vi})`}. Chương trình không tự quy đổi: hãy quy đổi số liệu rồi sửa tên đơn vị.`,
  'data/merged-figures': (a) =>
    `Ô ${a.range} đã gộp; số chỉ tính cho dòng ${a.line}. Hãy bỏ gộp ô và ghi số cho từng dòng.`,
  'data/merged-across': (a) =>
    `Ô ${a.range} đã gộp; số chỉ tính cho ${quote(a.column.vi)}, còn ${list(a.others.map(({ vi }) => quote(vi)))} coi là chưa có số liệu. Hãy bỏ gộp ô và ghi số cho từng cột.`,
  'data/unknown-subheadings': (a) =>
    `Dòng này giống dòng tiêu đề thứ hai (${list(a.titles.map(quote))}), nhưng không rõ mỗi cột là chỉ tiêu nào. Hãy ghi tên đầy đủ của từng cột trong một dòng tiêu đề, rồi xóa dòng này; lệnh “xasach template” tạo tệp mẫu.`,
  'data/header-repeated': (a) => `Không đọc ${a.rows} dòng lặp lại tiêu đề, bắt đầu từ dòng này.`,
  'data/headings-ignored': (a, i) =>
    `Không tính ${a.rows} dòng tiêu đề nhóm (như tên huyện, tên cụm) là đơn vị, bắt đầu từ dòng này${ofText(i.received)}.`,
  'data/figures-without-code': (a) =>
    `${a.total === 1 ? 'Dòng này' : `${number(a.total)} dòng, bắt đầu từ dòng này,`} có số liệu nhưng không có mã đơn vị, và không phải tổng của các đơn vị bên dưới, nên không được tính: ${list(a.names.map(quote))}${a.total > a.names.length ? ', …' : ''}. Nếu là đơn vị, hãy ghi mã; nếu không, hãy xóa số liệu trong dòng.`,
  'data/summaries-ignored': (a) =>
    `Không tính ${a.rows} dòng lũy kế, tỷ lệ hay bình quân chung là đơn vị, bắt đầu từ dòng này.`,
  'data/notes-ignored': (a) => `Không đọc ${a.rows} dòng ghi chú trong tệp, bắt đầu từ dòng này.`,
  'data/no-header': (a) =>
    `Không nhận ra tên cột nào trong dòng đầu. Dòng đầu phải ghi tên cột, trong đó có: ${list(a.expected)}. Tên tiếng Việt cũng được; lệnh “xasach template” tạo tệp có đủ các tên.`,
  'data/no-rows': () =>
    'Không có dòng số liệu nào. Mỗi đơn vị cần một dòng; trong tệp, hãy ghi mỗi đơn vị một dòng dưới tiêu đề.',
  'data/missing-columns': (a) =>
    [
      `Thiếu cột bắt buộc (${a.columns.length}):`,
      ...listed(a.columns.map(({ id, label }) => `${id} (${label.vi})`)),
      'Hãy thêm cột; ô chưa có số liệu thì để trống. Lệnh “xasach template” tạo tệp có đủ các cột.',
      ...(a.named === true && a.columns.some(({ id }) => id === 'code')
        ? ['Nếu chỉ có tên đơn vị, hãy thêm --units vn-2025: mã được tìm theo tên trong danh mục.']
        : []),
      ...(a.unused === true
        ? [
            'Nếu số liệu này nằm trong một cột được báo là không dùng, hãy đổi tên cột như trên, hoặc nêu ý nghĩa của cột trong một tệp (--map).',
          ]
        : []),
    ].join('\n'),
  'data/left-out': (a) =>
    [
      `Không dòng nào có chỉ tiêu sau (${a.columns.length}); coi là chưa có số liệu, không phải là 0:`,
      ...listed(a.columns.map(({ id, label }) => `${id} (${label.vi})`)),
    ].join('\n'),
  'data/unknown-column': (a, i) =>
    `Không nhận ra cột ${quote(i.received ?? '')}.${nearest(a.nearest)} Hãy sửa tên cột${i.severity === 'error' && a.nearest.length > 0 ? '' : ' hoặc xóa cột'}.`,
  'data/ignored-column': (_, i) =>
    i.received === ''
      ? 'Cột không có tên nên không được sử dụng.'
      : `Bộ tiêu chí không dùng cột ${quote(i.received ?? '')}; cột này được bỏ qua.`,
  'data/column-of-periods': (a, i) =>
    `${i.received === '' ? 'Cột không có tên' : `Cột ${quote(i.received ?? '')}`} không được sử dụng, nhưng các ô trong cột đều là năm hoặc kỳ: ${list(a.periods)}. Nếu đó là kỳ của số liệu thì số liệu đang được tính cho một kỳ khác: hãy đổi tên cột thành “Kỳ”. Nếu không phải, hãy ghi tên cột vào mục ignore của tệp --map.`,
  'data/duplicate-column': (a, i) =>
    `Cột ${quote(i.received ?? '')} và cột số ${a.first} (${quote(a.firstHeader)}) đều là ${quote(a.id)}. Hãy chỉ giữ một cột.`,
  'data/too-few-fields': (a) =>
    `Dòng có ${a.found} ô, tiêu đề có ${a.expected} cột. Hãy kiểm tra xem dòng có bị ngắt hay thiếu ô không.`,
  'data/too-many-fields': (a) =>
    `Dòng có ${a.found} ô, tiêu đề chỉ có ${a.expected} cột. Ô có chứa dấu phân cách phải đặt trong dấu nháy kép.`,
  'data/not-a-number': (a, i) =>
    `${cell(a.header, i)} không phải là số. Hãy ghi một số, hoặc để trống nếu chưa có số liệu.`,
  'data/none-not-number': (a, i) =>
    `${cell(a.header, i)} không phải là số. Đã rà soát và không có thì ghi 0; chưa có số liệu thì để trống.`,
  'data/date-not-number': (a, i) =>
    `${cell(a.header, i)} là ngày tháng, không phải số; có lẽ Excel đã tự đổi. Hãy định dạng ô là Số rồi ghi lại con số.`,
  'data/number-as-date': (a, i) =>
    `${cell(a.header, i)} là một số nhỏ hiện thành ngày tháng vì ô đang định dạng là ngày. Trong Excel, hãy định dạng ô là Số (Number) rồi xem lại con số hiện ra.`,
  'data/time-not-number': (a, i) =>
    `${cell(a.header, i)} là giờ, không phải số, vì ô đang định dạng là giờ. Trong Excel, hãy định dạng ô là Số (Number); nếu không hiện ra đúng con số thì ghi lại.`,
  'data/full-width-digits': (a, i) =>
    `${cell(a.header, i)} viết bằng chữ số toàn chiều rộng (kiểu gõ tiếng Trung, Nhật, Hàn). Hãy ghi lại là ${a.plain}.`,
  'data/imprecise-number': (a, i) =>
    `${cell(a.header, i)} lớn hơn mức mà kiểu số còn chính xác (2^53), được đọc là ${numberText(a.value, 'vi')} và có thể đã mất chữ số. Hãy ghi số này dưới dạng văn bản.`,
  'data/fraction-not-percent': (a, i) =>
    `${cell(a.header, i)} giống một phân số${a.mayBeDate ? ' hoặc một ngày' : ''}, không phải tỷ lệ phần trăm. ${a.mayBeDate ? 'Hãy xem lại số liệu gốc; nếu là phân số, hãy' : 'Hãy'} tính ra tỷ lệ rồi ghi kèm dấu %, ví dụ 12,5%.`,
  'data/scientific-number': (a, i) =>
    `${cell(a.header, i)} viết theo dạng lũy thừa, được đọc là ${numberText(a.value, 'vi')} và có thể đã mất chữ số. Hãy định dạng ô là số thường rồi lưu lại.`,
  'data/number-too-long': (a, i) => `${cell(a.header, i)} dài quá ${a.limit} chữ số. Hãy kiểm tra lại số này.`,
  'data/fraction-in-count': (a, i) => `${cell(a.header, i)} có phần lẻ, nhưng cột này là số đếm. Hãy ghi số nguyên.`,
  'data/negative-number': (a, i) =>
    `${cell(a.header, i)} là số âm. Cần số từ 0 trở lên, hoặc để trống nếu chưa có số liệu.`,
  'data/refused-by': (a) =>
    `Bộ ${a.set} không chấp nhận số liệu này, mà muốn so sánh đơn vị thì số liệu phải dùng được cho cả hai bộ. Dưới đây là điều bộ này yêu cầu.`,
  'data/below-minimum': (a, i) =>
    `${cell(a.header, i)} nhỏ hơn mức thấp nhất là ${numberText(a.minimum, 'vi')}. Hãy kiểm tra lại, hoặc để trống nếu chưa có số liệu.`,
  'data/above-maximum': (a, i) =>
    `${cell(a.header, i)} lớn hơn mức cao nhất là ${numberText(a.maximum, 'vi')}. Hãy kiểm tra lại.`,
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
  'data/formula-as-text': (a, i) =>
    `${cell(a.header, i)} là chữ bắt đầu bằng dấu “=”, không phải công thức, nên Excel không tính. Hãy đổi định dạng ô thành General rồi gõ lại công thức, hoặc gõ thẳng số.`,
  'data/totals-differ': (a, i) =>
    `Cột ${quote(a.header)}: dòng tổng cộng ghi ${quote(i.received ?? '')}, nhưng các đơn vị cộng lại là ${numberText(a.sum, 'vi')}${a.missing === 0 ? '' : ` (còn ${number(a.missing)} đơn vị chưa có số liệu)`}. Hãy kiểm tra xem số nào sai.`,
  'data/personal-column': (a) =>
    `Cột ${quote(a.header)} ${a.by === 'header' ? 'có vẻ chứa' : 'có các ô giống như'} ${PERSONAL[a.kind]}. Ở đây chỉ cần số đếm, không nhận dữ liệu cá nhân: hãy xóa cột này khỏi tệp.`,
  'data/not-a-row': (a) => `Dòng này thuộc kiểu ${a.found}; mỗi dòng phải là một đối tượng { cột: giá trị }.`,
  'data/unsupported-value': (a) =>
    `${quote(a.header)}: giá trị kiểu ${a.found} không đọc được. Cần chuỗi, số, đúng/sai, hoặc null nếu chưa có số liệu.`,
  'data/lost-letters': (a, i) =>
    `${cell(a.header, i)} có dấu “?” ở chỗ một chữ; có lẽ chữ có dấu đã mất khi lưu tệp. Hãy sửa lại tên, hoặc lưu lại tệp gốc thành “CSV UTF-8”.`,
  'data/missing-code': (a) => `Cột ${quote(a.header)}: dòng không có mã đơn vị. Hãy ghi mã của đơn vị.`,
  'data/not-a-code': (a, i) =>
    `${cell(a.header, i)} không phải là mã đơn vị; các mã khác là số, như ${a.like}. ${
      a.meant === null
        ? 'Nếu đây là một đơn vị, hãy ghi mã của đơn vị; nếu là dòng tổng cộng hay ghi chú, hãy xóa dòng này khỏi bảng.'
        : `Có lẽ mã là ${a.meant}: hãy định dạng ô là văn bản rồi ghi mã đó vào cột mã, tên vào cột tên.`
    }`,
  'data/code-mended': (a, i) =>
    a.name === null
      ? `${cell(a.header, i)} được đọc là mã ${a.code}. Hãy định dạng cột mã là văn bản và chỉ ghi các chữ số của mã.`
      : `${cell(a.header, i)} được đọc là mã ${a.code}, tên ${quote(a.name)}. Hãy ghi mã và tên trong hai cột riêng.`,
  'data/names-for-codes': (a, i) =>
    `Cột mã không chứa mã mà chứa chữ, như ${quote(i.received ?? '')} (${number(a.rows)} dòng). Hãy ghi mã đơn vị hành chính vào cột này và ghi tên vào cột tên đơn vị.`,
  'data/odd-code': (a, i) =>
    `Mã ${quote(i.received ?? '')} không có ${a.digits} chữ số như mã cấp xã, trong khi phần lớn mã khác có đủ. Hãy kiểm tra mã này: đơn vị có thể bị tính hai lần hoặc ghép nhầm.`,
  'data/short-codes': (a, i) =>
    `Mã cấp xã có ${a.digits} chữ số, nhưng mọi mã trong tệp đều ngắn hơn, như ${quote(i.received ?? '')}: có lẽ đã mất số 0 ở đầu. Hãy định dạng cột mã là văn bản rồi ghi đủ, như ${a.code}.`,
  'data/missing-period': (a) => `Cột ${quote(a.header)}: ô trống. Hãy ghi năm, ví dụ 2025.`,
  'data/not-a-period': (a, i) => `${cell(a.header, i)} không phải là kỳ đánh giá. Hãy ghi năm, ví dụ 2025.`,
  'data/leading-zero-restored': (a, i) =>
    `Cột ${quote(a.header)}: mã ${quote(i.received ?? '')} đã mất số 0 ở đầu, được đọc là ${quote(a.code)}. Hãy định dạng cột mã là văn bản.`,
  'data/duplicate-unit': (a) =>
    a.names === undefined
      ? `Đơn vị ${a.code}${a.period === null ? '' : ` kỳ ${a.period}`} đã có ở dòng ${a.firstLine}. Hãy chỉ giữ một dòng cho mỗi đơn vị${a.period === null ? '' : ' và kỳ'}.`
      : `Mã ${a.code}${a.period === null ? '' : ` kỳ ${a.period}`} đã có ở dòng ${a.firstLine} cho một đơn vị khác: dòng đó là ${quote(a.names[0])}, dòng này là ${quote(a.names[1])}. Một trong hai mã bị sai: hãy sửa mã và giữ cả hai dòng.`,
  'data/same-name': (a, i) =>
    `Đơn vị ${quote(i.received ?? '')} có hai mã: ở đây là ${a.code}, còn ở ${place(a.otherAt)} là ${a.other}. Trong cùng một địa bàn, hai đơn vị không trùng tên; nếu đây là một đơn vị thì nó đang được tính hai lần. Hãy kiểm tra mã.`,
  'data/missing-cell': (a) =>
    `${unitName(a.unit)}${a.period === null ? '' : `, kỳ ${a.period}`}: chưa có số liệu “${a.indicator.vi}”.`,
  'data/more-of-the-same': (a) =>
    `Còn ${number(a.more)} lỗi cùng loại (${a.code}) không liệt kê; tất cả là ${number(a.total)}.`,
  'data/unknown-indicator': (a, i) =>
    `Không có chỉ tiêu ${quote(i.received ?? '')} trong bộ tiêu chí.${nearest(a.nearest)} Hãy sửa tên chỉ tiêu hoặc xóa dòng.`,
  'data/figure-twice': (a, i) =>
    `Đơn vị ${a.unit}, chỉ tiêu ${quote(a.indicator)}: ở đây là ${quote(i.received ?? '')}, ở dòng ${a.otherLine} là ${quote(a.other)}. Hãy giữ lại số đúng.`,
  'join/conflict': (a, i) =>
    `Đơn vị ${a.unit}, ${quote(a.indicator.vi)}: ở đây là ${quote(i.received ?? '')}, còn ở ${place(a.otherAt)} là ${quote(a.other)}. Hãy thống nhất hai số này.`,
  'join/unit-differs': (a, i) =>
    `Đơn vị ${a.unit}, ${quote(a.column.vi)}: ở đây là ${quote(i.received ?? '')}, còn ở ${place(a.otherAt)} là ${quote(a.other)}. Hãy kiểm tra xem hai nơi có nói về cùng một đơn vị không.`,
  'join/units-absent': (a) =>
    `Tệp này thiếu ${number(a.total)} đơn vị có trong các tệp khác, nên chưa đủ số liệu: ${units(a.units, a.total)}.`,
  'join/period-needed': (a) =>
    `Tệp này không ghi kỳ, trong khi các tệp khác có nhiều kỳ (${list(a.periods)}). Hãy thêm cột “period” (kỳ).`,
  'boundaries/not-json': () => 'Tệp ranh giới không phải là JSON đúng dạng. Cần GeoJSON hoặc TopoJSON.',
  'boundaries/no-areas': () =>
    'Tệp ranh giới không có đối tượng nào đọc được. Cần GeoJSON (FeatureCollection) hoặc TopoJSON (Topology).',
  'boundaries/no-codes': (a) =>
    `Không đối tượng nào trong tệp ranh giới có mã đơn vị. Hãy ghi mã vào một trong các thuộc tính ${list(a.known)}, hoặc vào id.`,
  'boundaries/bad-outline': (_, i) =>
    `Ranh giới của ${quote(i.received ?? '')} không phải là Polygon hay MultiPolygon hợp lệ. Hãy sửa hình, hoặc để "geometry": null nếu không có ranh giới.`,
  'boundaries/lacks-units': (a) =>
    `Tệp ranh giới thiếu ${number(a.lacking)}/${number(a.of)} đơn vị: ${list(a.units)}${a.lacking > a.units.length ? ` và ${number(a.lacking - a.units.length)} đơn vị khác` : ''}. Hãy bổ sung; đơn vị không có ranh giới thì ghi "geometry": null.`,
  'map/empty-file': () => 'Tệp ánh xạ cột không có nội dung. Cần headers: { "Tên cột trong tệp": mã_cột }.',
  'map/unknown-column': (a, i) =>
    `Không có cột hay chỉ tiêu nào mang mã ${quote(i.received ?? '')}.${nearest(a.nearest)}`,
  'map/header-twice': (a) => `Tên cột ${quote(a.header)} đã có ở dòng ${a.line}. Hãy giữ lại một.`,
  'map/unused-header': (a, i) =>
    `Không tệp số liệu nào có cột ${quote(i.received ?? '')}.${nearest(a.nearest) || ' Hãy kiểm tra tên cột trong tệp --map.'}`,
  'map/unused-file': (_, i) =>
    `Không tệp số liệu nào có tên khớp với ${quote(i.received ?? '')}. Hãy kiểm tra tên tệp.`,
  'registry/missing-columns': (a) =>
    `Thiếu cột ${list(a.columns.map(({ id, label }) => `${id} (${label.vi})`))}. Dòng đầu phải ghi tên các cột này.`,
  'registry/missing-name': (a) => `Đơn vị ${a.code} trong danh mục không có tên. Hãy ghi tên.`,
  'registry/unknown-unit': (a, i) =>
    `Danh mục không có mã đơn vị ${quote(i.received ?? '')}${a.name === null ? '' : ` (${a.name})`}.${a.named === null ? ` Hãy kiểm tra mã, hoặc xem danh mục có đúng thời điểm không. ${FORMER_UNITS}` : ` Đơn vị tên này có mã ${a.named.code}.`}`,
  'registry/name-differs': (a, i) =>
    `Theo danh mục, mã ${a.code} là ${quote(a.name)}, nhưng tệp ghi ${quote(i.received ?? '')}${a.named === null ? '' : ` (mã ${a.named.code})`}. Hãy sửa mã hoặc tên. ${FORMER_UNITS}`,
  'registry/province-differs': (a, i) =>
    `Theo danh mục, đơn vị ${a.unit} thuộc ${a.province}, nhưng tệp ghi ${quote(i.received ?? '')}. Hãy kiểm tra lại mã và tỉnh.`,
  'registry/unknown-province': (a, i) =>
    `Danh mục không có tỉnh, thành phố ${quote(i.received ?? '')}.${nearest(a.nearest)}`,
  'registry/unknown-name': (a, i) =>
    `Danh mục không có đơn vị tên ${quote(i.received ?? '')}.${nearest(a.nearest.map(unitName))} Hãy sửa tên, hoặc ghi mã đơn vị.`,
  'registry/ambiguous-name': (a, i) =>
    `${quote(i.received ?? '')} có thể là ${number(a.total)} đơn vị: ${units(a.units, a.total)}. Hãy ghi tên đủ dấu, ghi tỉnh, hoặc ghi mã đơn vị.`,
  'registry/other-type': (a, i) =>
    `Danh mục không có ${quote(i.received ?? '')}, chỉ có ${quote(a.name)} (${a.code}); đã đọc là đơn vị này. Hãy kiểm tra xem có đúng không rồi sửa tên.`,
  'registry/no-identity': () => 'Dòng không có mã cũng không có tên đơn vị. Hãy ghi mã hoặc tên.',
  'registry/units-missing': (a) =>
    `${a.province === null ? 'Thiếu' : `${a.province}: thiếu`} ${number(a.total)} trên ${number(a.of)} đơn vị của danh mục${a.period === null ? '' : ` trong kỳ ${a.period}`}: ${units(a.units, a.total)}.`,
  'lineage/unknown-share': (a, i) => `Gặp ${quote(i.received ?? '')}; cột share phải là một trong ${list(a.known)}.`,
  'lineage/pair-twice': (a) => `Cặp ${a.old} → ${a.new} đã có ở dòng ${a.firstLine}. Hãy giữ lại một dòng.`,
  'lineage/unknown-unit': (_, i) =>
    `Bảng chuyển đổi không có mã đơn vị cũ ${quote(i.received ?? '')}. Hãy kiểm tra mã, hoặc xem số liệu có đúng là theo đơn vị cũ không.`,
  'lineage/units-mixed': (a, i) =>
    `${quote(i.received ?? '')} (${a.code}) là đơn vị mới, nhưng ${unitName(a.former)} ở ${place(a.formerAt)} là đơn vị cũ (trước tháng 7/2025). Dù có --lineage hay không, số liệu của một kỳ phải theo cùng một loại đơn vị: hãy cộng số liệu của các đơn vị cũ vào đơn vị mới rồi bỏ --lineage, hoặc thay dòng này bằng các đơn vị cũ hợp thành nó.`,
  'lineage/name-differs': (a, i) =>
    `Theo bảng chuyển đổi, mã cũ ${a.code} là ${quote(a.name)}, nhưng tệp ghi ${quote(i.received ?? '')}. Nếu số liệu đã theo đơn vị mới thì không cần chuyển đổi.`,
  'lineage/units-absent': (a) =>
    `${unitName(a.unit)}: thiếu số liệu của ${a.total} đơn vị cũ hợp thành đơn vị này, nên chưa tính được: ${units(a.units, a.total)}.`,
  'lineage/group-differs': (a) =>
    `Cột ${quote(a.column.vi)} để trống ở ${number(a.total)} đơn vị vì các đơn vị cũ ghi khác nhau: ${units(a.units, a.total)}.`,
  'lineage/not-mergeable': (a) =>
    `Bộ tiêu chí không nêu cách gộp (merge) các chỉ tiêu: ${list(a.indicators.map((label) => label.vi))}. Ở đơn vị hợp thành từ nhiều đơn vị cũ, các chỉ tiêu này coi là chưa có số liệu.`,
  'lineage/merged': (a) =>
    `${unitName(a.unit)} ← ${list(a.from.map((old) => `${unitName(old)}${PORTIONS[old.portion]}`))}.`,
  'lineage/merged-units': (a) =>
    `Số liệu của ${number(a.former)} đơn vị cũ đã được chuyển sang ${number(a.units)} đơn vị mới; xem từng đơn vị bằng xasach check.`,
  'formula/gate-form': () =>
    'Điểm được so với một số hoặc một tỷ lệ, trong điều kiện của loại: score >= 80%, score >= 70, points(A) >= 50%.',
  'formula/period-count': (a) => `Tham số thứ nhất của last là số kỳ: một số nguyên từ 1 đến ${a.most}.`,
  'data/check-failed': (a) => ofUnit(a.unit, `${a.message.vi} Yêu cầu: ${a.rule}.`),
  'data/division-by-zero': (a) =>
    ofUnit(a.unit, `có phép chia cho 0 (${list(a.indicators)}). Tổng số không thể bằng 0 khi một phần của nó khác 0.`),
  'data/no-sound-filling': (a) =>
    ofUnit(
      a.unit,
      'dù điền gì vào các ô trống của dòng này, số liệu vẫn trái với quy tắc kiểm tra. Hãy sửa các số đang có.',
    ),
  'formula/too-many-cases': (a) =>
    `min, max và abs cùng nhau tạo ra hơn ${number(a.limit)} trường hợp. Hãy tách công thức.`,
  'formula/too-many-terms': (a) =>
    `Khi nhân ra, công thức có hơn ${number(a.limit)} số hạng. Hãy bớt nhân các tổng với nhau.`,
  'criteria/empty-file': () => 'Tệp tiêu chí không có nội dung.',
  'criteria/too-large': (a) =>
    `Tệp tiêu chí chỉ được có tối đa ${number(a.limit)} ${SIZES[a.of]}; tệp này vượt quá. Hãy tách tệp.`,
  'criteria/several-documents': () =>
    'Một tài liệu thứ hai bắt đầu ở đây. Mỗi tệp chỉ chứa một bộ tiêu chí: hãy bỏ dòng ---.',
  'criteria/yaml-syntax': (a) => YAML_FAULTS[a.fault],
  'criteria/duplicate-key': (a) => `Khóa ${quote(a.key)} đã có ở dòng ${a.line}. Hãy giữ lại một.`,
  'criteria/forbidden-key': (a) => `Không được dùng ${quote(a.key)} làm khóa. Hãy đặt tên khác.`,
  'criteria/key-not-text': () => 'Khóa phải là chữ. Hãy đặt trong dấu nháy.',
  'criteria/key-without-value': (a) =>
    `Khóa ${quote(a.key)} không có giá trị. Hãy ghi giá trị sau dấu hai chấm, hoặc bỏ khóa này.`,
  'criteria/tight-colon': (a) => `Sau dấu hai chấm phải có dấu cách. Hãy viết ${a.write}.`,
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
  'criteria/cite-without-source': (a) =>
    `${quote(a.clause)} chưa cho biết thuộc văn bản nguồn nào. Hãy ghi mã văn bản nguồn trước, ví dụ ${a.known[0] ?? 'qd28'} ${a.clause}.`,
  'criteria/name-taken': (a) =>
    `Tên ${quote(a.name)} đã dùng ở dòng ${a.line}. Công thức không phân biệt được hai bên: hãy đổi một tên.`,
  'criteria/reserved-name': (a) => `${quote(a.name)} là từ riêng của công thức. Hãy đặt tên khác.`,
  'criteria/cycle': (a) =>
    `Các ${a.of === 'criteria' ? 'tiêu chí' : 'đại lượng'} dẫn chiếu vòng quanh: ${a.cycle.join(' → ')}. Hãy bỏ một dẫn chiếu.`,
  'criteria/measure-too-large': (a) =>
    `Tính cả các đại lượng mà nó dẫn chiếu, ${quote(a.measure)} có hơn ${number(a.limit)} thành phần. Hãy viết gọn lại.`,
  'criteria/too-deep': (a) =>
    `Tính cả các ${a.of === 'criteria' ? 'tiêu chí' : 'đại lượng'} mà nó dẫn chiếu, ${quote(a.id)} lồng sâu hơn ${a.limit} tầng. Hãy dẫn chiếu nối tiếp ít hơn.`,
  'criteria/too-many-values': (a) =>
    `Chỉ tiêu lựa chọn (choice) ${quote(a.indicator)} có hơn ${a.limit} giá trị. Hãy chỉ giữ các giá trị mà tiêu chí cần phân biệt.`,
  'criteria/too-many-classes': (a) => `Mỗi bộ tiêu chí có tối đa ${a.limit} loại, loại này vượt quá số đó. Hãy bỏ bớt.`,
  'criteria/rule-fault': (a) => `${quote(a.criterion)}: ${RULE_FAULTS[a.fault]}`,
  'criteria/points-do-not-sum': (a) =>
    `${a.of === 'score' ? 'Các tiêu chí' : `Các mục của ${quote(a.of)}`} có tổng ${a.sum} điểm, nhưng ghi là ${a.points}. Điểm thưởng không tính ở đây.`,
  'criteria/no-points-to-ask': (a) =>
    a.of === 'score'
      ? `Loại ${quote(a.class)} xét theo tổng điểm (score), nhưng trong bộ tiêu chí này không tiêu chí nào được chấm điểm. Hãy xét theo tiêu chí, ví dụ “at_least: 2, of: [A, B, C]”, hoặc chấm điểm cho tiêu chí (score: { model: points }).`
      : `Loại ${quote(a.class)} xét theo điểm của ${quote(a.of)}, nhưng tiêu chí này không được chấm điểm. Hãy xét theo chính tiêu chí đó, hoặc chấm điểm cho nó.`,
  'criteria/own-identity': (a) =>
    `Bộ tiêu chí mở rộng ${quote(a.base)} là một bộ khác và phải tự ghi rõ, nếu không kết quả sẽ bị hiểu là theo ${quote(a.base)}. Hãy ghi riêng: ${list(a.keys)}. Nếu chỉ muốn thử thay đổi, hãy dùng --overlay.`,
  'criteria/base-missing': (a) => `Bộ tiêu chí này mở rộng ${quote(a.id)}, nhưng chưa có bộ đó kèm theo.`,
  'criteria/base-not-found': (a) =>
    `Bộ tiêu chí này ${a.rollsUp ? 'tổng hợp từ' : 'mở rộng'} ${quote(a.id)}, nhưng không tìm thấy bộ đó: đã tìm tệp ${quote(a.file)}, các tệp .yaml khác cùng thư mục có ghi mã này, và các bộ có sẵn.${nearest(a.nearest)}`,
  'criteria/no-class-holds': (a) =>
    ofUnit(
      a.unit,
      `không loại nào của ${a.set} ứng với số liệu này. Số liệu có thể vẫn đúng: bộ tiêu chí cần một loại cuối cùng với “when: otherwise”.`,
    ),
  'criteria/extends-itself': (a) =>
    a.ids.length === 2
      ? `Tệp này tự xưng là ${a.ids[0] ?? ''}, trùng tên với bộ mà nó mở rộng, nên thành mở rộng chính nó. Hãy ghi “family:” hoặc “version:” riêng.`
      : `Các bộ tiêu chí này mở rộng lẫn nhau thành vòng tròn: ${a.ids.join(' → ')}. Phải có một bộ không mở rộng bộ nào, hoặc mở rộng một bộ ngoài vòng này.`,
  'criteria/rolled-up-in-circle': (a) =>
    `Một bộ tiêu chí không thể tổng hợp từ chính các đơn vị của nó: ${a.ids.join(' → ')}. Hãy nêu trong “from” một bộ của đơn vị nhỏ hơn.`,
  'criteria/rank-by-no-number': (a) =>
    `Không thể xếp hạng theo ${quote(a.indicator)} vì chỉ tiêu này thuộc kiểu ${a.type}. Hãy xếp theo một số: count, decimal, percent hoặc một đại lượng (measures).`,
  'criteria/word-misfit': (a, i) =>
    a.type === 'boolean' || a.type === 'choice'
      ? `${quote(a.word)} không thể thay cho ${i.received ?? ''} vì ${quote(a.indicator)} thuộc kiểu ${a.type}, không chứa số.`
      : `${quote(a.word)} không thể thay cho ${i.received ?? ''} vì ${quote(a.indicator)} thuộc kiểu ${a.type}. ${VALUE_OF[a.type]([])}`,
  'criteria/counted-twice': (a) =>
    `Tiêu chí ${quote(a.criterion)} được nêu hai lần ở đây nên sẽ bị tính hai lần. Hãy chỉ nêu một lần.`,
  'criteria/rollup-form': (a) =>
    `Cách tổng hợp của ${quote(a.indicator)} không khớp với kiểu ${a.type}. Với số: sum(x), sum(x, điều kiện), min(x), max(x), trong đó x và các đại lượng của nó không có phép chia; với số đếm: count(điều kiện); với tỷ lệ: share(điều kiện); với có/không: any(điều kiện), all(điều kiện).`,
  'criteria/rollup-not-whole': (a) =>
    `${quote(a.indicator)} là số đếm (count), nhưng ${quote(a.of)} của các đơn vị cấp dưới có thể không phải số nguyên. Hãy đổi kiểu của chỉ tiêu thành decimal, hoặc tổng hợp từ các số đếm.`,
  'criteria/at-least-too-many': (a) =>
    `Cần ít nhất ${a.count} ý nhưng chỉ liệt kê ${a.of} ý: điều kiện này không bao giờ đạt.`,
  'criteria/after-otherwise': (a) =>
    `Loại ${quote(a.class)} đứng sau “otherwise” nên không bao giờ được xét tới. Hãy chuyển lên trên.`,
  'criteria/values-misplaced': (a) =>
    a.type === 'choice'
      ? `Chỉ tiêu lựa chọn (choice) ${quote(a.indicator)} chưa có giá trị. Hãy ghi ít nhất hai giá trị ở values.`
      : `Chỉ chỉ tiêu lựa chọn (choice) mới có values; ${quote(a.indicator)} thuộc kiểu ${a.type}.`,
  'criteria/merge-misplaced': (a) =>
    `Chỉ tiêu ${quote(a.indicator)} thuộc kiểu ${a.type}, không gộp bằng ${a.merge} được. Cách gộp được dùng: ${list(a.known)}.`,
  'criteria/ends-reversed': (a) =>
    `${isDay(a.from) ? `${day(a.from)} đứng sau ${day(a.to)}` : `${a.from} lớn hơn ${a.to}`}. Hãy đổi chỗ cho nhau.`,
  'criteria/patch-hits-nothing': (a) =>
    `Ở đây không có ${quote(a.key)} để thay đổi.${a.under === null ? nearest(a.nearest) : ` Hãy đặt nó dưới “${a.under}:”.`}`,
  'criteria/parts-gone': (a) =>
    `${a.place} bỏ ${list(a.keys.map(quote))} khỏi phần này, nhưng ở đây không có phần nào như vậy. Hãy viết thành các phần có khóa đó như trong bộ tiêu chí được thay đổi, hoặc sửa cả ${a.place}.`,
  'criteria/removed-but-named': (a) =>
    `Dòng này bỏ ${quote(a.id)}, nhưng mã đó vẫn được nêu ở ${list(a.places)}. Hãy sửa cả những chỗ nêu mã đó, hoặc giữ lại.`,
  'criteria/more-issues': (a) => `Còn ít nhất ${a.more} lỗi nữa chưa hiện. Hãy sửa các lỗi trên trước.`,
  'criteria/file-ending': () => 'Tệp tiêu chí phải có đuôi .yaml hoặc .yml.',
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
  'lint/ratio-beyond-one': (a) =>
    `${quote(a.ratio)} được so với ${a.number}, tức là ${numberText(a.percent, 'vi')} %. Nếu muốn nói tỷ lệ, hãy viết ${a.number}%.`,
  'lint/points-below-one': (a) =>
    `${quote(a.points)} được so với ${numberText(a.number, 'vi')} điểm trên ${numberText(a.of, 'vi')} điểm. Nếu muốn nói tỷ lệ, hãy viết ${a.percent}%.`,
  'lint/divides-by-zero': (a) =>
    `Số chia ${quote(a.divisor)} bằng 0 với mọi số liệu hợp lệ: phép chia này không bao giờ cho ra số. Hãy sửa công thức.`,
  'lint/checks-contradict': () =>
    'Không số liệu nào thỏa mãn đồng thời mọi quy tắc kiểm tra và giới hạn của chỉ tiêu: dòng nào cũng sẽ bị từ chối.',
  'lint/checks-dropped': (a) =>
    `Danh sách này thay cho các quy tắc kiểm tra của ${a.base}: không còn kiểm tra ${list(a.rules.map(quote))}. Quy tắc nào vẫn áp dụng thì hãy chép lại vào đây; quy tắc nào bỏ thì không cần ghi.`,
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
  'lint/clause-form': (a) =>
    `${quote(a.clause)} viết bằng chữ D nên không được hiểu là điều luật. Hãy viết Đ (Điều): ${a.write}.`,
  'lint/idle-points': (a) =>
    `${quote(a.criterion)} có điểm, nhưng bộ tiêu chí ${a.counts ? 'đếm số tiêu chí chứ không cộng điểm' : 'không có “score:” để cộng điểm'}. Hãy ${a.counts ? 'ghi' : 'thêm'} score: { model: points, of: 100 }, hoặc bỏ điểm đi.`,
  'lint/missing-cite': (a) =>
    `Tiêu chí ${quote(a.criterion)} không nêu căn cứ ở điều, khoản nào. Hãy thêm “cite: văn-bản điều-khoản”.`,
  'lint/target-without-cite': (a) =>
    `Mục tiêu đến năm ${a.until} không nêu căn cứ. Hãy thêm “cite: văn-bản điều-khoản”.`,
  'lint/missing-translation': (_, i) =>
    `${quote(i.received ?? '')} đang dùng chung cho cả hai ngôn ngữ. Hãy viết { vi: …, en: … }.`,
  'lint/missing-provider': (a) =>
    `Chỉ tiêu ${quote(a.indicator)} không nêu cơ quan cung cấp số liệu. Hãy thêm “provider:”.`,
  'lint/partial-without-missing': () =>
    'Bộ tiêu chí chưa đầy đủ (partial) nhưng không nêu còn thiếu những gì. Hãy thêm danh sách “missing:”.',
  'lint/in-force-without-cases': (a) =>
    `Bộ tiêu chí đang có hiệu lực nhưng chưa có trường hợp thử. Hãy đặt tệp trường hợp thử của ${a.set} bên cạnh.`,
  'lint/retired-without-end': () =>
    'Bộ tiêu chí đã hết hiệu lực (retired) nhưng không có ngày cuối cùng. Hãy thêm “to:” vào “effective:”.',
  'lint/was-unknown': (a) =>
    a.earlier === null
      ? `${quote(a.id)} ghi là tiếp nối ${quote(a.was)}, nhưng không tìm thấy phiên bản nào trước đó của họ tiêu chí này.`
      : `${quote(a.id)} ghi là tiếp nối ${quote(a.was)}, nhưng ${a.earlier} không có mã đó.${nearest(a.nearest)}`,
  'lint/versions-overlap': (a) =>
    `${a.other} cũng có hiệu lực trong cùng thời gian (từ ${day(a.from)} ${a.to === null ? 'trở đi' : `đến ${day(a.to)}`}): có những ngày hai phiên bản cùng áp dụng. ${a.inherited ? 'Bộ này đang dùng thời hạn của bộ mà nó mở rộng: hãy thêm “effective:” riêng và' : 'Hãy'} kết thúc bản trước vào ngày liền trước ngày bản sau bắt đầu.`,
  'lint/versions-gap': (a) =>
    `Từ ${day(a.from)} đến ${day(a.to)}, sau khi ${a.other} hết hiệu lực, không có phiên bản nào của họ tiêu chí này có hiệu lực.`,
  'lint/actionable-period': (a) =>
    `${quote(a.indicator)} đếm những việc đã xảy ra trong kỳ, không thể làm cho chưa xảy ra; công tác chỉ làm giảm được từ kỳ sau. Nếu đối tượng đã xóa bỏ thì không còn tính, hãy giữ “actionable” và nêu lý do ở “actionable_because”.`,
  'lint/header-collision': (a) =>
    `Tên cột ${quote(a.header)} của ${quote(a.indicator)} cũng là tên của ${quote(a.other)}: tệp số liệu có cột này có thể bị đọc sai. Hãy đặt tên riêng cho từng cột.`,
  'lint/missing-rank': ({ byCode }) =>
    `Bộ tiêu chí không có “rank:” nên ${byCode ? 'các đơn vị chỉ xếp hạng theo mã' : 'mọi đơn vị đồng hạng 1'}. Hãy thêm, ví dụ rank: [ { by: class } ].`,
  'lint/rank-without-class': () =>
    'Thứ tự xếp hạng không xét loại: đơn vị thuộc loại kém hơn có thể đứng trước đơn vị thuộc loại tốt hơn. Hãy thêm “- { by: class }”.',
  'lint/rank-partial': (a) =>
    `“best” không nêu ${list(a.missing)}; các loại này sẽ đứng sau, theo thứ tự trong tệp. Hãy nêu đủ mọi loại.`,
  'lint/idle-deduction': (a) =>
    `${quote(a.criterion)} có ${a.points} điểm và không bao giờ dưới ${a.floor} điểm: không số liệu nào làm mất điểm. Hãy xem lại each, floor, most và points.`,
  'reading/unknown': (a) =>
    a.known.length === 0
      ? `Không có cách hiểu ${quote(a.reading)}: bộ tiêu chí không khai báo cách hiểu nào.`
      : `Không có cách hiểu ${quote(a.reading)}. Các cách hiểu của bộ tiêu chí: ${list(a.known)}.${nearest(a.nearest)}`,
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
    `Không có bộ tiêu chí nào của ${a.family} có hiệu lực vào ngày kết thúc kỳ, ${day(a.to)}. Các bộ hiện có: ${list(a.known.map(({ set, from, to }) => `${set} (từ ${day(from)}${to === null ? '' : ` đến ${day(to)}`})`))}. ${a.above === null ? `Muốn vẫn áp dụng, hãy thêm -c ${a.known.at(-1)?.set ?? a.family}` : `${a.above} tổng hợp từ các đơn vị xét theo một trong các bộ đó: hãy chọn kỳ mà có một bộ còn hiệu lực`}.`,
  'period/several-in-force': (a) =>
    `Có nhiều bộ tiêu chí cùng có hiệu lực vào ngày kết thúc kỳ, ${day(a.to)}: ${list(a.sets)}. Hãy ghi rõ bộ được áp dụng.`,
  'period/begins-before-effective': (a) =>
    `Kỳ ${a.period} bắt đầu ngày ${day(a.from)}, trước khi ${a.set} có hiệu lực (${day(a.effective)}).`,
  'period/outside-validity': (a) => `${a.set} không có hiệu lực vào ngày kết thúc kỳ ${a.period}, ${day(a.to)}.`,
  'period/validity-not-checked': (a) =>
    `Không nêu kỳ đánh giá: đã dùng ${a.set} và chưa kiểm tra hiệu lực. Hãy thêm -p và năm, ví dụ -p 2025.`,
  'period/review-old': (a) =>
    `${a.set} được rà soát lần cuối ngày ${day(a.reviewed)}, hơn một năm trước ngày kết thúc kỳ ${a.period} (${day(a.to)}). Pháp luật có thể đã thay đổi.`,
  'period/several-named': (a) =>
    `Số liệu ghi nhiều kỳ: ${list(a.periods)}. Hãy chọn một kỳ bằng -p, ví dụ -p ${a.periods.at(-1) ?? ''}.`,
  'period/counted-together': (a) =>
    `Số liệu có nhiều kỳ: ${list(a.periods)}. Mỗi kỳ được xếp hạng riêng, nhưng phần tổng hợp đếm chung các kỳ và không tính mục tiêu. Để có tổng hợp của một kỳ, hãy chọn kỳ bằng -p, ví dụ -p ${a.periods.at(-1) ?? ''}.`,
  'rollup/rows-given': (a) =>
    `${a.set} xét đơn vị có số liệu tổng hợp từ ${a.below}, không nhận số liệu trực tiếp. Hãy xét các đơn vị cấp dưới rồi tổng hợp lên.`,
  'rollup/no-column': (a) =>
    `Cần cột ${quote(a.column)} để tổng hợp các đơn vị, nhưng số liệu không có cột này. Hãy thêm cột.`,
  'rollup/out-of-bounds': (a) =>
    ofUnit(
      a.unit,
      `${quote(a.label.vi)} tổng hợp từ các đơn vị cấp dưới được ${numberText(a.value, 'vi')}, ${a.minimum === null ? `lớn hơn giá trị lớn nhất có thể có là ${numberText(a.maximum ?? '', 'vi')}` : `nhỏ hơn giá trị nhỏ nhất có thể có là ${numberText(a.minimum, 'vi')}`}. Hãy kiểm tra số liệu của các đơn vị đó, hoặc ${a.minimum === null ? 'max' : 'min'} của chỉ tiêu.`,
    ),
  'rollup/no-group': (a) =>
    `Có ${number(a.total)} đơn vị bỏ trống cột ${quote(a.column)} nên số liệu sẽ không được tổng hợp: ${list(a.units)}${a.total > a.units.length ? ` và ${number(a.total - a.units.length)} đơn vị khác` : ''}. Hãy điền cột này.`,
  'rollup/several-groups': (a) =>
    `Có ${number(a.total)} đơn vị gồm các đơn vị cấp dưới ghi khác nhau ở cột ${quote(a.column)}: ${severalGroups(a)}. Hãy ghi cột này giống nhau cho mọi đơn vị thuộc cùng một đơn vị cấp trên.`,
  'rollup/units': (a) =>
    `Tổng hợp từ các đơn vị có trong tệp: ${list(a.groups.map(({ group, units, absent }) => `${group}: ${number(units)} đơn vị${absent === 0 ? '' : `, thiếu ${number(absent)}`}`))}.${a.groups.some(({ absent }) => absent > 0) ? ' Đơn vị của danh mục không có trong tệp được coi là thiếu mọi số liệu, không coi là 0.' : ''}${a.registry === null ? '' : ` Thêm --units ${a.registry} để chắc chắn không thiếu đơn vị nào.`}`,
  'period/no-column': (a) =>
    `Số liệu không có cột kỳ đánh giá (period) nên không biết dòng nào thuộc kỳ ${a.period}. Hãy thêm cột này vào mọi tệp và ghi năm ở từng dòng.`,
  'period/not-in-data': (a) => `Không có dòng nào thuộc kỳ ${a.period}. Các kỳ có trong số liệu: ${list(a.known)}.`,
  'period/units-of-others': (a) =>
    `${number(a.total)} đơn vị chỉ có số liệu của kỳ khác nên không được đánh giá: ${others(a)}.`,
  'period/other-name': (a) =>
    `Có ${number(a.total)} mã chỉ những đơn vị khác tên ở hai kỳ: ${twoNames(a)}. Không coi là một đơn vị: số liệu kỳ trước coi như thiếu và không so sánh đơn vị giữa hai kỳ. Nếu đó là một đơn vị, hãy ghi cùng một tên; nếu mã đã cấp cho đơn vị khác, ${againstFormer(a.result ?? null)}.`,
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
    `${quote(i.received ?? '')} làm cho ${quote(a.label.vi)} ra ngoài khoảng cho phép (${a.max === null ? `từ ${a.min} trở lên` : `từ ${a.min} đến ${a.max}`}) ở ${outside(a)}. Hãy chọn giá trị khác${a.of === 1 ? '' : `, hoặc chỉ chọn một số đơn vị: MÃ:${i.received ?? ''}, hoặc --where`}.`,
  'what-if/stays-missing': (a) =>
    `${quote(a.label.vi)} chưa có số liệu nên vẫn chưa có, dù cộng thêm hay trừ bớt: ${units(a.units, a.total)}. Muốn giả định một số liệu thì dùng dấu =.`,
  'what-if/unsound': () =>
    'Số liệu giả định (--set) không hợp lý. Các dòng dưới đây nêu vị trí trong tệp, nhưng số liệu là số liệu giả định.',
  'where/none': (a) =>
    a.units === 1
      ? 'Đơn vị duy nhất không thỏa điều kiện của --where.'
      : `Không đơn vị nào trong ${number(a.units)} đơn vị thỏa điều kiện của --where.`,
  'where/division-by-zero': (a) =>
    `Điều kiện của --where có phép chia cho 0 (${list(a.indicators)}) ở các đơn vị sau nên không chọn: ${units(a.units, a.total)}.`,
  'where/open': (a) =>
    `Do thiếu số liệu (${list(a.figures.map(({ vi }) => vi))}), chưa rõ các đơn vị sau có thỏa điều kiện của --where hay không nên không chọn: ${units(a.units, a.total)}.`,
  'compare/no-result': (a) =>
    `${NO_RESULT[a.reason](a.detail)} Có thể tạo tệp kết quả bằng lệnh “xasach score … -f json -o ket-qua.json”.`,
  'compare/what-if-result': () =>
    'Đây là kết quả giả định (--set), không phải kết quả từ số liệu thật. Hãy so với một kết quả tạo ra không dùng --set.',
  'compare/not-for-certification': () =>
    'Kết quả này ghi rõ là không dùng để công nhận: số đơn vị mới đạt, giữ được hay không còn đạt chỉ để tham khảo.',
  'compare/part-result': (a) =>
    `Kết quả này chỉ có một phần số đơn vị (${a.by}) nên không biết các đơn vị khác trước đó ra sao. Hãy tạo kết quả cho mọi đơn vị bằng lệnh “xasach score … -f json -o ket-qua.json”.`,
  'compare/several-periods': (a) =>
    `Kết quả này gồm nhiều kỳ: ${list(a.periods)}. Hãy tạo kết quả cho một kỳ (-p) rồi so sánh.`,
  'compare/other-criteria': (a) =>
    `${differenceText(a)} Kết quả theo tiêu chí khác nhau thì không so sánh ngang nhau được. Nếu vẫn muốn so sánh, hãy thêm --across-criteria.`,
  'compare/across-criteria': (a) =>
    `${differenceText(a)} Vẫn so sánh theo yêu cầu (--across-criteria): một đơn vị có thể chuyển loại chỉ vì tiêu chí thay đổi.`,
  'compare/no-common-unit': (a) =>
    `Hai kết quả không có đơn vị nào chung; đơn vị được đối chiếu theo mã. Hãy kiểm tra xem có cùng một địa bàn không; nếu kết quả trước theo đơn vị cũ, ${againstFormer(a.result)}.`,
  'file/not-found': (a) => `Không có tệp này.${nearest(a.nearest)} Hãy kiểm tra lại tên tệp và thư mục.`,
  'file/not-utf8': () => 'Tệp không được mã hóa UTF-8. Hãy mở bằng Notepad, chọn Lưu thành… với mã hóa UTF-8.',
  'file/is-folder': () => 'Đây là thư mục, không phải tệp. Hãy nêu tên tệp nằm trong đó.',
  'file/no-permission': () => 'Không có quyền đọc tệp này. Hãy xin quyền đọc, hoặc chép tệp sang thư mục của mình.',
  'file/too-large': (a) => `Tệp lớn hơn ${a.limit} MB. Hãy tách theo từng tỉnh.`,
  'file/unreadable': (a) => `Không đọc được tệp (${a.reason}). Hãy kiểm tra ổ đĩa hoặc mạng rồi thử lại.`,
  'file/changed': () => 'Tệp bị thay đổi trong khi đang đọc. Hãy chạy lại lệnh khi không ai đang ghi vào tệp.',
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
  'usage/unknown-option': (a, i) =>
    `Ở đây không có tùy chọn ${quote(i.received ?? '')}.${nearest(a.nearest)}${a.commands.length === 0 ? '' : ` Các lệnh có tùy chọn này: ${list(a.commands)}.`}`,
  'usage/missing-argument': (a) => `Thiếu tham số <${a.argument}>.`,
  'usage/missing-value': (a) => `Tùy chọn ${a.option} cần một giá trị.`,
  'usage/too-many-arguments': (_, i) => `Thừa tham số ${quote(i.received ?? '')}.`,
  'usage/unknown-value': (a, i) =>
    `${quote(i.received ?? '')} không phải là giá trị của ${a.option}. Các giá trị: ${list(a.known)}.${nearest(a.nearest)}`,
  'usage/no-such-units': (a, i) =>
    `Không có ${a.of === 'units' ? 'danh mục' : 'bảng chuyển đổi'} hay tệp ${quote(i.received ?? '')}.${nearest(a.nearest)} Hãy ghi ${list(a.known)} hoặc tên một tệp CSV.`,
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
    `--where chọn đơn vị của ${a.set}, còn --set thay đổi các đơn vị cấp dưới, thuộc ${a.below}. Hãy nêu mã đơn vị cần thay đổi: MÃ:chỉ_tiêu=giá trị.`,
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
    `${a.base} đánh giá ${UNIT_LEVELS[a.baseUnit]}, còn ${a.revision} đánh giá ${UNIT_LEVELS[a.revisionUnit]}. Nếu đúng là muốn so sánh, hãy thêm --across-families.`,
  'usage/province-needs-units': () =>
    '--province chọn một tỉnh trong danh mục đơn vị. Hãy thêm --units vn-2025, hoặc một tệp danh mục.',
  'usage/output-is-input': () => 'Tệp kết quả trùng với một tệp đang được đọc. Hãy chọn tên khác.',
  'usage/output-exists': (_, i) =>
    `Đã có tệp ${quote(i.received ?? '')}; ghi đè thì mất những gì đã điền trong đó. Hãy chọn tên khác, hoặc xóa tệp cũ trước.`,
  'verify/not-a-result': (a) =>
    `${NO_RESULT[a.reason](a.detail)} Hãy nêu tệp mà lệnh “xasach score … -f json” đã ghi, còn nguyên như khi ghi.`,
  'verify/input-missing': (a) =>
    `Không thấy ${a.option === null ? 'tệp số liệu' : `tệp của --${a.option}`} ${quote(a.name)} mà kết quả đã dùng, cả bên cạnh tệp kết quả lẫn trong thư mục hiện tại. Hãy nêu tệp đó sau tên tệp kết quả.`,
  'usage/unused-input': () => 'Kết quả này không dùng tệp có tên hoặc nội dung như vậy. Hãy bỏ tên tệp đó.',
  'usage/unknown-unit': (a, i) =>
    `Trong số liệu không có đơn vị nào mang mã hay tên ${quote(i.received ?? '')}.${nearest(a.nearest)}`,
  'usage/unit-left-out': (a) =>
    a.period === null
      ? `Điều kiện của --where không chọn ${unitName(a.unit)} nên --set không có gì để thay đổi. Hãy bỏ --where hoặc nêu một đơn vị được chọn.`
      : `${unitName(a.unit)} không có số liệu kỳ ${a.period} nên --set không có gì để thay đổi. Hãy nêu một đơn vị có số liệu của kỳ đó.`,
  'usage/robustness-needs-points': (a) =>
    `--robustness đổi điểm hoặc trọng số của các tiêu chí, nhưng ${a.set} không chấm điểm theo từng tiêu chí. Hãy bỏ --robustness, hoặc dùng một bộ có điểm, ví dụ -c kon-tum-model@1.`,
  'usage/not-a-count': (a, i) =>
    `${a.option} cần một số nguyên từ 1 trở lên; ${quote(i.received ?? '')} không phải là số như vậy.`,
  'usage/option-twice': (a) => `Tùy chọn ${a.option} chỉ được nêu một lần. Hãy giữ lại một giá trị.`,
  'usage/unknown-group': (a, i) =>
    `Số liệu không có cột ${quote(i.received ?? '')} để gộp.${nearest(a.nearest)} ${a.known.length === 0 ? 'Không có cột nào gộp được.' : `Các cột gộp được: ${list(a.known)}.`}${ofRegistry(a)}`,
  'usage/ambiguous-unit': (a, i) =>
    `Có nhiều đơn vị khớp với ${quote(i.received ?? '')}: ${list(a.units)}${a.more === 0 ? '' : ` và ${a.more} đơn vị khác`}. Hãy nêu mã đơn vị hoặc tên đầy đủ.`,
};
