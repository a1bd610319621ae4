// A plan of a district that does not exist, of more than four minutes on air: parts, items, points, a list of works.
// It must never copy a document of the corpus.

export const PLAN = `ỦY BAN NHÂN DÂN
HUYỆN MƯỜNG LÂM

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 35/KH-UBND

Mường Lâm, ngày 12 tháng 02 năm 2026

KẾ HOẠCH

Phòng, chống hạn và cấp nước sinh hoạt mùa khô năm 2026

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

Bảo đảm mỗi hộ dân trên địa bàn huyện có ít nhất 40 lít nước sạch cho mỗi người trong một ngày, kể cả những ngày nắng nóng trên 38°C; không để xảy ra dịch bệnh do thiếu nước; giữ được 85% diện tích lúa và cây ăn quả đang cho thu hoạch.

Nâng cao ý thức của người dân trong việc tiết kiệm nước, giữ rừng đầu nguồn, bảo vệ mương phai, bể chứa và đường ống dùng chung của bản.

2. Yêu cầu

a) Nắm chắc tình hình nguồn nước của từng bản, từng hồ, từng đập; báo cáo kịp thời, đúng sự thật, không chờ đến khi bể cạn mới báo cáo.

b) Việc cấp nước phải công bằng, ưu tiên trạm y tế, trường học, hộ có người già, trẻ nhỏ và người khuyết tật.

c) Không lợi dụng hạn hán để nâng giá bán nước, không ngăn dòng chảy chung để lấy nước riêng.

II. NỘI DUNG THỰC HIỆN

1. Rà soát nguồn nước

- Kiểm tra 12 hồ chứa, 37 đập nhỏ và toàn bộ bể chứa của các bản; ghi rõ mực nước, chỗ rò rỉ, người trông coi.

- Đo lưu lượng các khe suối vào 6 giờ sáng và 17 giờ chiều, mỗi tuần hai lần, bắt đầu từ ngày 01/3/2026.

- Lập bản đồ các điểm lấy nước dự phòng, trong đó ghi đường đi, khoảng cách và số hộ có thể dùng.

2. Sửa chữa công trình

a) Nạo vét 18,5 km mương chính trước ngày 20 tháng 3 năm 2026; mỗi hộ góp hai ngày công, hộ neo đơn được miễn.

b) Thay 2.400 m đường ống đã mục tại các bản Nà Hin, Pá Khôm, Huổi Lót và Co Phung; kinh phí 1,2 tỷ đồng từ nguồn dự phòng của huyện.

c) Xây mới 6 bể chứa, mỗi bể 30 m³, đặt ở nơi cao, có mái che, có khóa, có người giữ chìa khóa do bản bầu ra.

3. Cấp nước khi hạn nặng

Khi mực nước hồ xuống dưới 30%, việc tưới lúa chuyển sang luân phiên: bản phía trên lấy nước các ngày chẵn, bản phía dưới lấy nước các ngày lẻ, từ 5 giờ đến 19 giờ; ban đêm các cửa cống phải đóng.

Khi bể của bản không còn đủ dùng trong ba ngày, trưởng bản báo ngay cho xã; xã cho xe chở nước đến trong vòng 24 giờ, mỗi hộ được nhận ít nhất 100 lít, không thu tiền.

Khi có người ốm đau, tiêu chảy, sốt cao hàng loạt, trạm y tế xã phải đến kiểm tra nguồn nước ngay trong ngày và phát thuốc khử trùng cho từng hộ.

4. Chuyển đổi cây trồng

Những chân ruộng cao không chủ động được nước thì chuyển sang trồng ngô, lạc, đậu tương hoặc sắn; huyện hỗ trợ giống, mỗi héc ta không quá 3.000.000 đồng.

Không gieo cấy thêm ngoài 1.250 ha đã được xác định là đủ nước; hộ nào tự ý gieo thêm thì tự chịu thiệt hại, không được hỗ trợ.

III. TỔ CHỨC THỰC HIỆN

1. Phòng Nông nghiệp và Môi trường theo dõi mực nước, tổng hợp báo cáo Ủy ban nhân dân huyện vào thứ sáu hằng tuần; đề xuất việc mở kho giống dự phòng.

2. Phòng Tài chính bố trí đủ kinh phí trước ngày 10/3/2026, hướng dẫn các xã thanh toán đơn giản, đúng quy định, không để dân phải đi lại nhiều lần.

3. Trung tâm Y tế chuẩn bị 500 kg hóa chất khử trùng, tập huấn cho y tế bản cách dùng, cách cất giữ an toàn.

4. Đài truyền thanh các xã phát tin về mực nước, lịch lấy nước và cách tiết kiệm nước ít nhất hai lần một ngày, vào lúc 5 giờ 30 phút và 17 giờ 30 phút.

5. Ủy ban nhân dân các xã chịu trách nhiệm trước Ủy ban nhân dân huyện nếu để người dân thiếu nước sinh hoạt mà không báo cáo; trưởng các bản ký cam kết với từng hộ về việc giữ gìn công trình nước chung./.

Nơi nhận:
- Các xã;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Quàng Thị Mỷ
`;
