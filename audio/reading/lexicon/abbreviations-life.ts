// Abbreviations of schools, work, safety, courts, land, trade and titles, one a line (CONVENTIONS §5): letters, a space, words.
// It must never know documents' own definitions, nor anything but this list.

export const LIFE_ABBREVIATIONS = `
HS học sinh
HSSV học sinh, sinh viên
GV giáo viên
CBCC cán bộ, công chức
CBCCVC cán bộ, công chức, viên chức
CCVC công chức, viên chức
CB cán bộ
CC công chức
VC viên chức
NLĐ người lao động
NSDLĐ người sử dụng lao động
HĐLĐ hợp đồng lao động
ATVSLĐ an toàn, vệ sinh lao động
VSLĐ vệ sinh lao động
PCCC phòng cháy, chữa cháy
PCCC&CNCH phòng cháy, chữa cháy và cứu nạn, cứu hộ
CNCH cứu nạn, cứu hộ
TKCN tìm kiếm cứu nạn
PCTT phòng, chống thiên tai
PCTT&TKCN phòng, chống thiên tai và tìm kiếm cứu nạn
PCTN phòng, chống tham nhũng
PCMT phòng, chống ma túy
PCTP phòng, chống tội phạm
PCD phòng, chống dịch
PCBLGĐ phòng, chống bạo lực gia đình
TNXH tệ nạn xã hội
TNGT tai nạn giao thông
ATGT an toàn giao thông
TTATGT trật tự, an toàn giao thông
CSGT cảnh sát giao thông
CSKV cảnh sát khu vực
CSĐT cảnh sát điều tra
CAND công an nhân dân
QĐND quân đội nhân dân
CA công an
CAT công an tỉnh
CAX công an xã
QS quân sự
BĐBP bộ đội biên phòng
LLVT lực lượng vũ trang
LLVTND lực lượng vũ trang nhân dân
DQTV dân quân tự vệ
NVQS nghĩa vụ quân sự
TAND tòa án nhân dân
TANDTC tòa án nhân dân tối cao
VKSND viện kiểm sát nhân dân
VKSNDTC viện kiểm sát nhân dân tối cao
VKS viện kiểm sát
THADS thi hành án dân sự
THA thi hành án
TTHS tố tụng hình sự
TTDS tố tụng dân sự
BLHS bộ luật hình sự
BLDS bộ luật dân sự
BLLĐ bộ luật lao động
BLTTHS bộ luật tố tụng hình sự
BLTTDS bộ luật tố tụng dân sự
VPHC vi phạm hành chính
XPHC xử phạt hành chính
XPVPHC xử phạt vi phạm hành chính
XLVPHC xử lý vi phạm hành chính
KNTC khiếu nại, tố cáo
QLNN quản lý nhà nước
QLDA quản lý dự án
QLTT quản lý thị trường
NSNN ngân sách nhà nước
NSTW ngân sách trung ương
NSĐP ngân sách địa phương
NSX ngân sách xã
KBNN kho bạc nhà nước
XDCB xây dựng cơ bản
GPMB giải phóng mặt bằng
BTGPMB bồi thường, giải phóng mặt bằng
TĐC tái định cư
QHXD quy hoạch xây dựng
QHSDĐ quy hoạch sử dụng đất
KHSDĐ kế hoạch sử dụng đất
ĐTXD đầu tư xây dựng
ĐTC đầu tư công
GTVT giao thông vận tải
GTNT giao thông nông thôn
GTGT giá trị gia tăng
TNCN thu nhập cá nhân
TNDN thu nhập doanh nghiệp
TTĐB tiêu thụ đặc biệt
XNK xuất nhập khẩu
TMĐT thương mại điện tử
CN-TTCN công nghiệp, tiểu thủ công nghiệp
TTCN tiểu thủ công nghiệp
KCN khu công nghiệp
CCN cụm công nghiệp
NTM nông thôn mới
OCOP ô cốp
HTX hợp tác xã
THT tổ hợp tác
NLTS nông, lâm, thủy sản
BVTV bảo vệ thực vật
TTBVTV trồng trọt và bảo vệ thực vật
QLBVR quản lý, bảo vệ rừng
BVR bảo vệ rừng
PCCCR phòng cháy, chữa cháy rừng
KDC khu dân cư
TDP tổ dân phố
ANTQ an ninh tổ quốc
TDĐKXDĐSVH toàn dân đoàn kết xây dựng đời sống văn hóa
BCVT bưu chính, viễn thông
TTCS thông tin cơ sở
BTTTT bộ thông tin và truyền thông
CBQL cán bộ quản lý
TCCB tổ chức cán bộ
TĐKT thi đua, khen thưởng
TĐ-KT thi đua, khen thưởng
TNHH trách nhiệm hữu hạn
MTV một thành viên
CTCP công ty cổ phần
CP-TTg chính phủ, thủ tướng
XHCN xã hội chủ nghĩa
CHXHCN cộng hòa xã hội chủ nghĩa
CNXH chủ nghĩa xã hội
CMT cách mạng tháng
KHHGĐ kế hoạch hóa gia đình
DS-KHHGĐ dân số, kế hoạch hóa gia đình
SXH sốt xuất huyết
TTDLDC trung tâm dữ liệu dân cư
DLDC dữ liệu dân cư
CATT cục an toàn thông tin
CĐBVN cục đường bộ Việt Nam
SYT sở y tế
STP sở tư pháp
SNV sở nội vụ
SXD sở xây dựng
STC sở tài chính
SVH sở văn hóa
SCT sở công thương
BCA bộ công an
BTP bộ tư pháp
BXD bộ xây dựng
BNV bộ nội vụ
BQP bộ quốc phòng
BYT bộ y tế
TCT tổ công tác
TTPVHC trung tâm phục vụ hành chính
VQG vườn quốc gia
LHQ liên hợp quốc
ASEAN a xê an
HIV hát i vê
AIDS ết
ADN a đê en
KH-XH khoa học xã hội
KHXH khoa học xã hội
KHTN khoa học tự nhiên
CNH-HĐH công nghiệp hóa, hiện đại hóa
CNH công nghiệp hóa
HĐH hiện đại hóa
QĐ quyết định
NQ nghị quyết
NĐ nghị định
TTLT thông tư liên tịch
TTr tờ trình
BC báo cáo
TB thông báo
KL kết luận
HD hướng dẫn
CV công văn
PL phụ lục
STT số thứ tự
QL quốc lộ
TL tỉnh lộ
ĐT điện thoại
SĐT số điện thoại
LH liên hệ
ĐC địa chỉ
GĐ giám đốc
PGĐ phó giám đốc
TGĐ tổng giám đốc
NXB nhà xuất bản
VN Việt Nam
HCM Hồ Chí Minh
TPHCM thành phố Hồ Chí Minh
TP thành phố
TX thị xã
TT&GDTX thông tin và giáo dục thường xuyên
GS giáo sư
PGS phó giáo sư
GS.TS giáo sư, tiến sĩ
PGS.TS phó giáo sư, tiến sĩ
ThS thạc sĩ
CN cử nhân
BS bác sĩ
BSCKI bác sĩ chuyên khoa một
BSCKII bác sĩ chuyên khoa hai
CKI chuyên khoa một
CKII chuyên khoa hai
NSƯT nghệ sĩ ưu tú
NSND nghệ sĩ nhân dân
NGƯT nhà giáo ưu tú
NGND nhà giáo nhân dân
AHLĐ anh hùng lao động
AHLLVT anh hùng lực lượng vũ trang
BMVNAH bà mẹ Việt Nam anh hùng
`;
