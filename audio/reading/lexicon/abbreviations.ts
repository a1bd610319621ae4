// What abbreviations of Vietnamese administration stand for (CONVENTIONS §5; frequencies in the corpus).
// It must never know documents' own definitions: those win and live in `local.ts`.

const LINES = `
UBND ủy ban nhân dân
HĐND hội đồng nhân dân
PBGDPL phổ biến, giáo dục pháp luật
VNeID vi en i ai đi
VneID vi en i ai đi
VNNeID vi en i ai đi
VNEID vi en i ai đi
TTHC thủ tục hành chính
AI trí tuệ nhân tạo
DN doanh nghiệp
DNNN doanh nghiệp nhà nước
DNNVV doanh nghiệp nhỏ và vừa
DNTN doanh nghiệp tư nhân
BHXH bảo hiểm xã hội
BHXXH bảo hiểm xã hội
BHYT bảo hiểm y tế
BHTN bảo hiểm thất nghiệp
CSDL cơ sở dữ liệu
CSDLQG cơ sở dữ liệu quốc gia
VBQPPL văn bản quy phạm pháp luật
QPPL quy phạm pháp luật
VBPL văn bản pháp luật
CTS chứng thư số
CKS chữ ký số
QLHC quản lý hành chính
TTXH trật tự xã hội
ANTT an ninh trật tự
ANCT an ninh chính trị
TTATXH trật tự, an toàn xã hội
ANQP an ninh quốc phòng
QPAN quốc phòng, an ninh
QP-AN quốc phòng, an ninh
QP&AN quốc phòng và an ninh
QPTD quốc phòng toàn dân
DVC dịch vụ công
DVCTT dịch vụ công trực tuyến
CCCD căn cước công dân
CMND chứng minh nhân dân
GPLX giấy phép lái xe
GCN giấy chứng nhận
GCNQSDĐ giấy chứng nhận quyền sử dụng đất
QSDĐ quyền sử dụng đất
TCTN trợ cấp thất nghiệp
TCTD tổ chức tín dụng
NHNN ngân hàng nhà nước
NHTM ngân hàng thương mại
NHCSXH ngân hàng chính sách xã hội
CSXH chính sách xã hội
KHCN khoa học và công nghệ
KH&CN khoa học và công nghệ
KHKT khoa học kỹ thuật
KHĐT kế hoạch và đầu tư
KH&ĐT kế hoạch và đầu tư
KHTC kế hoạch tài chính
KH-TC kế hoạch, tài chính
TC-KH tài chính, kế hoạch
MTTQ mặt trận tổ quốc
MTTQVN mặt trận tổ quốc Việt Nam
UBMTTQ ủy ban mặt trận tổ quốc
UBMTTQVN ủy ban mặt trận tổ quốc Việt Nam
MTQG mục tiêu quốc gia
CTMTQG chương trình mục tiêu quốc gia
VH-TT&DL văn hóa, thể thao và du lịch
VHTT&DL văn hóa, thể thao và du lịch
VHTTDL văn hóa, thể thao và du lịch
TT&DL thể thao và du lịch
VHTT văn hóa, thông tin
VH-TT văn hóa, thông tin
VHXH văn hóa, xã hội
VH-XH văn hóa, xã hội
TT&TT thông tin và truyền thông
TTTT thông tin và truyền thông
TTĐT thông tin điện tử
CNTT công nghệ thông tin
CNTT&TT công nghệ thông tin và truyền thông
CĐS chuyển đổi số
CPĐT chính phủ điện tử
CQĐT chính quyền điện tử
CQĐP chính quyền địa phương
ATTT an toàn thông tin
ANM an ninh mạng
BVĐK bệnh viện đa khoa
BVĐKKV bệnh viện đa khoa khu vực
TTYT trung tâm y tế
TYT trạm y tế
KCB khám bệnh, chữa bệnh
ATTP an toàn thực phẩm
VSATTP vệ sinh an toàn thực phẩm
VSMT vệ sinh môi trường
BVMT bảo vệ môi trường
TNMT tài nguyên và môi trường
TN&MT tài nguyên và môi trường
NN&MT nông nghiệp và môi trường
NNMT nông nghiệp và môi trường
NN&PTNT nông nghiệp và phát triển nông thôn
NNPTNT nông nghiệp và phát triển nông thôn
PTNT phát triển nông thôn
MT&HTQT môi trường và hợp tác quốc tế
HTQT hợp tác quốc tế
MOOC đào tạo trực tuyến đại chúng mở
HCTP&BTTP hành chính tư pháp và bổ trợ tư pháp
HCTP hành chính tư pháp
BTTP bổ trợ tư pháp
KSTTHC kiểm soát thủ tục hành chính
PVHCC phục vụ hành chính công
PVHC phục vụ hành chính
TTPVHCC trung tâm phục vụ hành chính công
CCHC cải cách hành chính
CCTP cải cách tư pháp
TGPL trợ giúp pháp lý
CTXH chính trị xã hội
CT-XH chính trị, xã hội
CTTT chính trị, tư tưởng
KT-XH kinh tế, xã hội
KTXH kinh tế, xã hội
KT kinh tế
KTTT kinh tế tập thể
KTNN kiểm toán nhà nước
VHVN văn hóa, văn nghệ
TDTT thể dục, thể thao
NC nội chính
VP văn phòng
VPUB văn phòng ủy ban
VPUBND văn phòng ủy ban nhân dân
VPCP văn phòng chính phủ
VPĐKĐĐ văn phòng đăng ký đất đai
VT văn thư
TH tổng hợp
KGVX khoa giáo, văn xã
VX văn xã
LĐ lãnh đạo
LĐVP lãnh đạo văn phòng
PCT phó chủ tịch
PCVP phó chánh văn phòng
CVP chánh văn phòng
UV ủy viên
UVBTV ủy viên ban thường vụ
BTV ban thường vụ
BTVTU ban thường vụ tỉnh ủy
BCH ban chấp hành
BCHTW ban chấp hành trung ương
BCHQS ban chỉ huy quân sự
BCĐ ban chỉ đạo
BCT bộ chính trị
BTGDV ban tuyên giáo và dân vận
BTG ban tuyên giáo
BQL ban quản lý
BQLDA ban quản lý dự án
BTC ban tổ chức
UBKT ủy ban kiểm tra
UB ủy ban
UBTVQH ủy ban thường vụ quốc hội
QH quốc hội
ĐBQH đại biểu quốc hội
CTN chủ tịch nước
CP chính phủ
TTg thủ tướng
TTCP thủ tướng chính phủ
TW trung ương
TƯ trung ương
TU tỉnh ủy
HU huyện ủy
ĐU đảng ủy
LHPN liên hiệp phụ nữ
HLHPN hội liên hiệp phụ nữ
ĐTN đoàn thanh niên
TNCS thanh niên cộng sản
TNCSHCM thanh niên cộng sản Hồ Chí Minh
HND hội nông dân
CCB cựu chiến binh
HCCB hội cựu chiến binh
LĐLĐ liên đoàn lao động
CĐCS công đoàn cơ sở
LĐTBXH lao động, thương binh và xã hội
LĐTB&XH lao động, thương binh và xã hội
LĐ-TB&XH lao động, thương binh và xã hội
BTXH bảo trợ xã hội
ASXH an sinh xã hội
NCC người có công
NCT người cao tuổi
NKT người khuyết tật
DTTS dân tộc thiểu số
DTTS&MN dân tộc thiểu số và miền núi
ĐBDTTS đồng bào dân tộc thiểu số
ĐBKK đặc biệt khó khăn
GD&ĐT giáo dục và đào tạo
GDĐT giáo dục và đào tạo
GDTX giáo dục thường xuyên
GDNN giáo dục nghề nghiệp
GDMN giáo dục mầm non
THCS trung học cơ sở
THPT trung học phổ thông
PTDTNT phổ thông dân tộc nội trú
PTDTBT phổ thông dân tộc bán trú
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

export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  LINES.trim()
    .split('\n')
    .map((line) => {
      const gap = line.indexOf(' ');
      return [line.slice(0, gap), line.slice(gap + 1)];
    }),
);

/** Written with a full stop or a slash of their own; keys in lower case. */
export const DOTTED: ReadonlyMap<string, string> = new Map([
  ['tp.', 'thành phố'],
  ['tx.', 'thị xã'],
  ['tt.', 'thị trấn'],
  ['q.', 'quận'],
  ['p.', 'phường'],
  ['h.', 'huyện'],
  ['ths.', 'thạc sĩ'],
  ['ts.', 'tiến sĩ'],
  ['gs.', 'giáo sư'],
  ['pgs.', 'phó giáo sư'],
  ['gs.ts.', 'giáo sư, tiến sĩ'],
  ['gs.ts', 'giáo sư, tiến sĩ'],
  ['pgs.ts.', 'phó giáo sư, tiến sĩ'],
  ['pgs.ts', 'phó giáo sư, tiến sĩ'],
  ['bs.', 'bác sĩ'],
  ['ks.', 'kỹ sư'],
  ['cn.', 'cử nhân'],
  ['ls.', 'luật sư'],
  ['đ/c', 'đồng chí'],
  ['đ/c.', 'đồng chí'],
  ['v/v', 'về việc'],
  ['b/c', 'báo cáo'],
  ['k/c', 'kính chuyển'],
  ['t/h', 'thực hiện'],
  ['p/h', 'phối hợp'],
  ['n/c', 'nghiên cứu'],
  ['tr.', 'trang'],
  ['đ.', 'điều'],
  ['k.', 'khoản'],
  ['st.', 'sưu tầm'],
  ['tt.tu', 'thường trực tỉnh ủy'],
  ['tt.hđnd', 'thường trực hội đồng nhân dân'],
]);

/** Acronyms that are spelled, and known, so they are no doubt. */
export const SPELLED: ReadonlySet<string> = new Set(
  (
    'ASM IOC SOC SSO VNPT USB GPS GIS PKI CMS API SMS OTP QR PDF HTML URL RSSP LGSP NGSP ICTD GDP GRDP FDI ODA WTO WHO ' +
    'UNDP UNICEF ISO TCVN QCVN VTV VOV HTV VTC FPT EVN PVN BIDV TV CD DVD PC LCD XML IP LAN WAN WIFI ICT IT ID'
  ).split(' '),
);
