// Foreign words and brand names as a Vietnamese announcer says them (CONVENTIONS §5).
// It must never know abbreviations; keys are lower case.

export const FOREIGN: ReadonlyMap<string, string> = new Map(
  `
email i meo
e-mail i meo
gmail gi meo
vitamin vi ta min
facebook phây búc
fanpage phan pết
zalo da lô
youtube diu túp
tiktok tích tóc
twitter tuýt tơ
telegram te le gờ ram
messenger mét sen giơ
instagram in sờ ta gờ ram
google gu gồ
viber vai bơ
skype xờ cai
zoom dum
video vi đê ô
clip cờ líp
videoclip vi đê ô cờ líp
file phai
internet in tơ nét
website oép sai
web oép
wifi oai phai
wi-fi oai phai
online on lai
offline ốp lai
livestream lai sờ trim
infographic in phô gờ ráp phích
infographics in phô gờ ráp phích
podcast pót cát
gameshow ghêm sâu
game ghêm
show sâu
talkshow tóc sâu
camera ca mê ra
kiosk ki ốt
kiosks ki ốt
ki-ốt ki ốt
chip chíp
sim xim
led lét
pano pa nô
panô pa nô
banner băng rôn
logo lô gô
poster pốt tơ
maket ma két
app áp
apps áp
mobile mô bai
mobileapp mô bai áp
etax i tắc
hdbank hát đê banh
agribank a gờ ri banh
vietcombank việt com banh
vietinbank việt tin banh
techcombank tếch com banh
mobifone mô bi phôn
vinaphone vi na phôn
viettel việt teo
vnedu vi en e đu
smartca xờ mát xê a
idcheck ai đi chéc
covid cô vít
server xơ vơ
chatbot chát bót
blockchain bờ lóc chên
bigdata bích đa ta
data đa ta
cloud cờ lao
robot rô bốt
laptop láp tóp
smartphone xờ mát phôn
tablet táp lét
fax phắc
taxi tắc xi
xi-măng xi măng
container công te nơ
gas ga
gara ga ra
diesel đi ê den
oxy ô xi
axit a xít
protein prô tê in
virus vi rút
marketing ma két tinh
logistics lô gít tích
startup sờ tát áp
euro ơ rô
dollar đô la
radio ra đi ô
studio sờ tiu đi ô
album an bum
homestay hôm sờ tây
resort ri dọt
hotline hót lai
end en
use iu
karaoke ka ra ô kê
golf gôn
festival phét ti van
media mê đi a
html hát tê em mờ lờ
pdf pê đê ép
word guốt
excel ích xeo
code cốt
qrcode quy a cốt
lipit li pít
km ki lô mét
kg ki lô gam
rubella ru bê la
asean a xê an
unesco iu nét cô
unicef iu ni xép
`
    .trim()
    .split('\n')
    .map((line): [string, string] => {
      const gap = line.indexOf(' ');
      return [line.slice(0, gap), line.slice(gap + 1)];
    }),
);

/** Parts of host names, so that an address can be said (CONVENTIONS §6). */
export const HOST_PARTS: ReadonlyMap<string, string> = new Map(
  `
www vê kép vê kép vê kép
gov gốp
vn vi en
com com
net nét
org o rờ gờ
edu e đu
info in phô
dichvucong dịch vụ công
dvc dê vê xê
chinhphu chính phủ
thuvienphapluat thư viện pháp luật
vanban văn bản
vbpl vê bê pê lờ
phapluat pháp luật
pbgdpl pê bê giê đê pê lờ
congbao công báo
sonla sơn la
hatinh hà tĩnh
binhphuoc bình phước
hanoi hà nội
tphcm thành phố hồ chí minh
danang đà nẵng
moj em o gi
mic em ai xi
moha em o hát a
bocongan bộ công an
tuphap tư pháp
sotuphap sở tư pháp
quochoi quốc hội
baohiemxahoi bảo hiểm xã hội
baochinhphu báo chính phủ
thuedientu thuế điện tử
canhan cá nhân
motcua một cửa
`
    .trim()
    .split('\n')
    .map((line): [string, string] => {
      const gap = line.indexOf(' ');
      return [line.slice(0, gap), line.slice(gap + 1)];
    }),
);
