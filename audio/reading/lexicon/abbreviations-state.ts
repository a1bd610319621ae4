// Abbreviations of the state: bodies, offices, fields, programmes, one a line (CONVENTIONS §5): letters, a space, words.
// It must never know documents' own definitions, nor anything but this list.

export const STATE_ABBREVIATIONS = `
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
`;
