// The sentences of poles: why a command, a photo, a label or a swap is refused, and what to do about it.
// It must never decide anything.
import { refusal } from '../refusals.ts';

export const noUnit = () =>
  refusal('conflict', 'no-unit', {
    vi: 'Điểm loa này chưa lắp thiết bị nào.',
    en: 'No unit is installed at this site.',
  });

export const tooManyCommands = (perMinute: number) =>
  refusal('caller', 'too-many-commands', {
    vi: `Mỗi loa chỉ nhận ${perMinute} lệnh một phút. Hãy đợi một chút rồi thử lại.`,
    en: `A speaker takes ${perMinute} commands a minute. Wait a little and try again.`,
  });

export const noPicture = () =>
  refusal('caller', 'no-picture', {
    vi: 'Ảnh phải là tệp JPEG hoặc PNG.',
    en: 'A photo is a JPEG or PNG file.',
    place: 'photo',
  });

export const pictureTooLarge = (megabytes: number) =>
  refusal('caller', 'body-too-large', {
    vi: `Ảnh lớn hơn ${megabytes} MB. Hãy chụp hoặc lưu lại với cỡ nhỏ hơn.`,
    en: `The photo is larger than ${megabytes} MB. Take or save it smaller.`,
    place: 'photo',
  });

export const notALabel = () =>
  refusal('caller', 'not-a-label', {
    vi: 'Đây không phải nhãn thiết bị của Vang Xa. Hãy quét mã QR trên thiết bị dự phòng, hoặc gõ hàng chữ dưới mã.',
    en: 'This is no label of a Vang Xa unit. Scan the QR code on the spare unit, or type the line below it.',
    place: 'label',
  });

export const labelUnknown = () =>
  refusal('caller', 'label-unknown', {
    vi: 'Hệ thống không có thiết bị nào mang nhãn này. Hãy quét lại, hoặc dùng thiết bị khác.',
    en: 'No unit of this service has this label. Scan it again, or take another unit.',
    place: 'label',
  });

export const labelElsewhere = () =>
  refusal('conflict', 'label-of-another-commune', {
    vi: 'Thiết bị này thuộc kho của xã khác. Hãy dùng thiết bị của xã mình, hoặc nhờ cán bộ tỉnh đổi.',
    en: 'This unit is in another commune’s store. Take one of your own, or ask the province.',
    place: 'label',
  });

export const labelUsed = (where: string) =>
  refusal('conflict', 'label-used', {
    vi: `Nhãn này đã dùng${where && ` cho điểm loa "${where}"`}. Mỗi nhãn chỉ dùng một lần.`,
    en: `This label was used${where && ` for the site "${where}"`} already. Each works once.`,
    place: 'label',
  });

export const labelWithdrawn = () =>
  refusal('conflict', 'label-withdrawn', {
    vi: 'Thiết bị dự phòng này đã bị loại khỏi kho.',
    en: 'This spare unit was withdrawn.',
    place: 'label',
  });

export const neverSeen = () =>
  refusal('conflict', 'spare-never-seen', {
    vi: 'Thiết bị này chưa từng nối được với hệ thống. Cắm điện, đợi có mạng (khoảng một phút), rồi quét lại.',
    en: 'This unit has never reached the service. Power it, wait about a minute for its network, then scan again.',
    place: 'label',
  });

export const spareInUse = () =>
  refusal('conflict', 'spare-in-use', {
    vi: 'Thiết bị này đã được lắp ở một điểm loa nên không còn là thiết bị dự phòng.',
    en: 'This unit stands at a site and is no spare any more.',
  });

export const storeRoomFull = (max: number) =>
  refusal('world', 'limit-reached', {
    vi: `Kho của xã đã có ${max} thiết bị dự phòng chưa dùng. Hãy loại bớt thiết bị cũ trước.`,
    en: `The commune has ${max} unused spares already. Withdraw old ones first.`,
  });
