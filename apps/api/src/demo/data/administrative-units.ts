/**
 * Units of Quảng Nam and Bình Thuận as they stood in March 2025, one a line: code|code of the parent|name, with the
 * official administrative codes. Source: administrative-units-2025-03.csv, the official list of that month.
 */
export const ADMINISTRATIVE_UNITS = `49||Tỉnh Quảng Nam
502|49|Thành phố Tam Kỳ
20335|502|Phường Tân Thạnh
20341|502|Phường An Mỹ
20344|502|Phường Hòa Hương
20347|502|Phường An Xuân
20350|502|Phường An Sơn
20353|502|Phường Trường Xuân
20356|502|Phường An Phú
20359|502|Xã Tam Thanh
20362|502|Xã Tam Thăng
20371|502|Xã Tam Phú
20375|502|Phường Hoà Thuận
20389|502|Xã Tam Ngọc
503|49|Thành phố Hội An
20398|503|Phường Minh An
20401|503|Phường Tân An
20404|503|Phường Cẩm Phô
20407|503|Phường Thanh Hà
20410|503|Phường Sơn Phong
20413|503|Phường Cẩm Châu
20416|503|Phường Cửa Đại
20419|503|Phường Cẩm An
20422|503|Xã Cẩm Hà
20425|503|Xã Cẩm Kim
20428|503|Phường Cẩm Nam
20431|503|Xã Cẩm Thanh
20434|503|Xã Tân Hiệp
504|49|Huyện Tây Giang
20437|504|Xã Ch'ơm
20440|504|Xã Ga Ri
20443|504|Xã A Xan
20446|504|Xã Tr'Hy
20449|504|Xã Lăng
20452|504|Xã A Nông
20455|504|Xã A Tiêng
20458|504|Xã Bha Lê
20461|504|Xã A Vương
20464|504|Xã Dang
505|49|Huyện Đông Giang
20467|505|Thị trấn P Rao
20470|505|Xã Tà Lu
20473|505|Xã Sông Kôn
20476|505|Xã Jơ Ngây
20479|505|Xã A Ting
20482|505|Xã Tư
20485|505|Xã Ba
20488|505|Xã A Rooi
20491|505|Xã Za Hung
20494|505|Xã Mà Cooi
20497|505|Xã Ka Dăng
506|49|Huyện Đại Lộc
20500|506|Thị trấn Ái Nghĩa
20503|506|Xã Đại Sơn
20506|506|Xã Đại Lãnh
20509|506|Xã Đại Hưng
20512|506|Xã Đại Hồng
20515|506|Xã Đại Đồng
20518|506|Xã Đại Quang
20521|506|Xã Đại Nghĩa
20524|506|Xã Đại Hiệp
20527|506|Xã Đại Thạnh
20530|506|Xã Đại Chánh
20533|506|Xã Đại Tân
20536|506|Xã Đại Phong
20539|506|Xã Đại Minh
20542|506|Xã Đại Thắng
20545|506|Xã Đại Cường
20547|506|Xã Đại An
20548|506|Xã Đại Hòa
507|49|Thị xã Điện Bàn
20551|507|Phường Vĩnh Điện
20554|507|Xã Điện Tiến
20557|507|Xã Điện Hòa
20560|507|Phường Điện Thắng Bắc
20561|507|Phường Điện Thắng Trung
20562|507|Phường Điện Thắng Nam
20563|507|Phường Điện Ngọc
20566|507|Xã Điện Hồng
20569|507|Xã Điện Thọ
20572|507|Xã Điện Phước
20575|507|Phường Điện An
20578|507|Phường Điện Nam Bắc
20579|507|Phường Điện Nam Trung
20580|507|Phường Điện Nam Đông
20581|507|Phường Điện Dương
20584|507|Xã Điện Quang
20587|507|Xã Điện Trung
20590|507|Xã Điện Phong
20593|507|Phường Điện Minh
20596|507|Phường Điện Phương
508|49|Huyện Duy Xuyên
20599|508|Thị trấn Nam Phước
20605|508|Xã Duy Phú
20608|508|Xã Duy Tân
20611|508|Xã Duy Hòa
20614|508|Xã Duy Châu
20617|508|Xã Duy Trinh
20620|508|Xã Duy Sơn
20623|508|Xã Duy Trung
20626|508|Xã Duy Phước
20629|508|Xã Duy Thành
20632|508|Xã Duy Vinh
20635|508|Xã Duy Nghĩa
20638|508|Xã Duy Hải
509|49|Huyện Quế Sơn
20641|509|Thị trấn Đông Phú
20644|509|Xã Quế Xuân 1
20647|509|Xã Quế Xuân 2
20650|509|Xã Quế Phú
20651|509|Thị trấn Hương An
20656|509|Thị trấn Trung Phước
20659|509|Xã Quế Hiệp
20662|509|Xã Quế Thuận
20665|509|Xã Quế Mỹ
20668|509|Xã Ninh Phước
20669|509|Xã Phước Ninh
20671|509|Xã Quế Lộc
20677|509|Xã Quế Long
20680|509|Xã Quế Châu
20683|509|Xã Quế Phong
20686|509|Xã Quế An
20689|509|Xã Quế Minh
20692|509|Xã Quế Lâm
510|49|Huyện Nam Giang
20695|510|Thị trấn Thạnh Mỹ
20698|510|Xã Laêê
20699|510|Xã Chơ Chun
20701|510|Xã Zuôich
20702|510|Xã Tà Pơơ
20704|510|Xã La Dêê
20705|510|Xã Đắc Tôi
20707|510|Xã Chà Vàl
20710|510|Xã Tà Bhinh
20713|510|Xã Cà Dy
20716|510|Xã Đắc Pre
20719|510|Xã Đắc Pring
511|49|Huyện Phước Sơn
20722|511|Thị trấn Khâm Đức
20725|511|Xã Phước Xuân
20728|511|Xã Phước Hiệp
20729|511|Xã Phước Hoà
20731|511|Xã Phước Đức
20734|511|Xã Phước Năng
20737|511|Xã Phước Mỹ
20740|511|Xã Phước Chánh
20743|511|Xã Phước Công
20746|511|Xã Phước Kim
20749|511|Xã Phước Lộc
20752|511|Xã Phước Thành
512|49|Huyện Hiệp Đức
20758|512|Xã Quế Tân
20764|512|Xã Quế Thọ
20767|512|Xã Bình Lâm
20770|512|Xã Sông Trà
20773|512|Xã Phước Trà
20776|512|Xã Phước Gia
20779|512|Thị trấn Tân Bình
20782|512|Xã Quế Lưu
20785|512|Xã Thăng Phước
20788|512|Xã Bình Sơn
513|49|Huyện Thăng Bình
20791|513|Thị trấn Hà Lam
20794|513|Xã Bình Dương
20797|513|Xã Bình Giang
20800|513|Xã Bình Nguyên
20803|513|Xã Bình Phục
20806|513|Xã Bình Triều
20809|513|Xã Bình Đào
20812|513|Xã Bình Minh
20815|513|Xã Bình Lãnh
20818|513|Xã Bình Trị
20821|513|Xã Bình Định
20824|513|Xã Bình Quý
20827|513|Xã Bình Phú
20833|513|Xã Bình Tú
20836|513|Xã Bình Sa
20839|513|Xã Bình Hải
20842|513|Xã Bình Quế
20845|513|Xã Bình An
20848|513|Xã Bình Trung
20851|513|Xã Bình Nam
514|49|Huyện Tiên Phước
20854|514|Thị trấn Tiên Kỳ
20857|514|Xã Tiên Sơn
20860|514|Xã Tiên Hà
20866|514|Xã Tiên Châu
20869|514|Xã Tiên Lãnh
20872|514|Xã Tiên Ngọc
20875|514|Xã Tiên Hiệp
20878|514|Xã Tiên Cảnh
20881|514|Xã Tiên Mỹ
20884|514|Xã Tiên Phong
20887|514|Xã Tiên Thọ
20890|514|Xã Tiên An
20893|514|Xã Tiên Lộc
20896|514|Xã Tiên Lập
515|49|Huyện Bắc Trà My
20899|515|Thị trấn Trà My
20900|515|Xã Trà Sơn
20902|515|Xã Trà Kót
20905|515|Xã Trà Nú
20908|515|Xã Trà Đông
20911|515|Xã Trà Dương
20914|515|Xã Trà Giang
20917|515|Xã Trà Bui
20920|515|Xã Trà Đốc
20923|515|Xã Trà Tân
20926|515|Xã Trà Giác
20929|515|Xã Trà Giáp
20932|515|Xã Trà Ka
516|49|Huyện Nam Trà My
20935|516|Xã Trà Leng
20938|516|Xã Trà Dơn
20941|516|Xã Trà Tập
20944|516|Xã Trà Mai
20947|516|Xã Trà Cang
20950|516|Xã Trà Linh
20953|516|Xã Trà Nam
20956|516|Xã Trà Don
20959|516|Xã Trà Vân
20962|516|Xã Trà Vinh
517|49|Huyện Núi Thành
20965|517|Thị trấn Núi Thành
20968|517|Xã Tam Xuân I
20971|517|Xã Tam Xuân II
20974|517|Xã Tam Tiến
20977|517|Xã Tam Sơn
20980|517|Xã Tam Thạnh
20983|517|Xã Tam Anh Bắc
20984|517|Xã Tam Anh Nam
20986|517|Xã Tam Hòa
20989|517|Xã Tam Hiệp
20992|517|Xã Tam Hải
20995|517|Xã Tam Giang
20998|517|Xã Tam Quang
21001|517|Xã Tam Nghĩa
21004|517|Xã Tam Mỹ Tây
21005|517|Xã Tam Mỹ Đông
21007|517|Xã Tam Trà
518|49|Huyện Phú Ninh
20364|518|Thị trấn Phú Thịnh
20365|518|Xã Tam Thành
20368|518|Xã Tam An
20374|518|Xã Tam Đàn
20377|518|Xã Tam Lộc
20380|518|Xã Tam Phước
20386|518|Xã Tam Thái
20387|518|Xã Tam Đại
20392|518|Xã Tam Dân
20395|518|Xã Tam Lãnh
60||Tỉnh Bình Thuận
593|60|Thành phố Phan Thiết
22915|593|Phường Mũi Né
22918|593|Phường Hàm Tiến
22921|593|Phường Phú Hài
22924|593|Phường Phú Thủy
22927|593|Phường Phú Tài
22930|593|Phường Phú Trinh
22933|593|Phường Xuân An
22936|593|Phường Thanh Hải
22945|593|Phường Lạc Đạo
22951|593|Phường Bình Hưng
22954|593|Phường Đức Long
22957|593|Xã Thiện Nghiệp
22960|593|Xã Phong Nẫm
22963|593|Xã Tiến Lợi
22966|593|Xã Tiến Thành
594|60|Thị xã La Gi
23231|594|Phường Phước Hội
23232|594|Phường Phước Lộc
23234|594|Phường Tân Thiện
23235|594|Phường Tân An
23237|594|Phường Bình Tân
23245|594|Xã Tân Hải
23246|594|Xã Tân Tiến
23248|594|Xã Tân Bình
23268|594|Xã Tân Phước
595|60|Huyện Tuy Phong
22969|595|Thị trấn Liên Hương
22972|595|Thị trấn Phan Rí Cửa
22975|595|Xã Phan Dũng
22978|595|Xã Phong Phú
22981|595|Xã Vĩnh Hảo
22984|595|Xã Vĩnh Tân
22987|595|Xã Phú Lạc
22990|595|Xã Phước Thể
22993|595|Xã Hòa Minh
22996|595|Xã Chí Công
22999|595|Xã Bình Thạnh
596|60|Huyện Bắc Bình
23005|596|Thị trấn Chợ Lầu
23008|596|Xã Phan Sơn
23011|596|Xã Phan Lâm
23014|596|Xã Bình An
23017|596|Xã Phan Điền
23020|596|Xã Hải Ninh
23023|596|Xã Sông Lũy
23026|596|Xã Phan Tiến
23029|596|Xã Sông Bình
23032|596|Thị trấn Lương Sơn
23035|596|Xã Phan Hòa
23038|596|Xã Phan Thanh
23041|596|Xã Hồng Thái
23044|596|Xã Phan Hiệp
23047|596|Xã Bình Tân
23050|596|Xã Phan Rí Thành
23053|596|Xã Hòa Thắng
23056|596|Xã Hồng Phong
597|60|Huyện Hàm Thuận Bắc
23059|597|Thị trấn Ma Lâm
23062|597|Thị trấn Phú Long
23065|597|Xã La Dạ
23068|597|Xã Đông Tiến
23071|597|Xã Thuận Hòa
23074|597|Xã Đông Giang
23077|597|Xã Hàm Phú
23080|597|Xã Hồng Liêm
23083|597|Xã Thuận Minh
23086|597|Xã Hồng Sơn
23089|597|Xã Hàm Trí
23092|597|Xã Hàm Đức
23095|597|Xã Hàm Liêm
23098|597|Xã Hàm Chính
23101|597|Xã Hàm Hiệp
23104|597|Xã Hàm Thắng
23107|597|Xã Đa Mi
598|60|Huyện Hàm Thuận Nam
23110|598|Thị trấn Thuận Nam
23113|598|Xã Mỹ Thạnh
23116|598|Xã Hàm Cần
23119|598|Xã Mương Mán
23122|598|Xã Hàm Thạnh
23125|598|Xã Hàm Kiệm
23128|598|Xã Hàm Cường
23131|598|Xã Hàm Mỹ
23134|598|Xã Tân Lập
23137|598|Xã Hàm Minh
23140|598|Xã Thuận Quí
23143|598|Xã Tân Thuận
23146|598|Xã Tân Thành
599|60|Huyện Tánh Linh
23149|599|Thị trấn Lạc Tánh
23152|599|Xã Bắc Ruộng
23158|599|Xã Nghị Đức
23161|599|Xã La Ngâu
23164|599|Xã Huy Khiêm
23167|599|Xã Măng Tố
23170|599|Xã Đức Phú
23173|599|Xã Đồng Kho
23176|599|Xã Gia An
23179|599|Xã Đức Bình
23182|599|Xã Gia Huynh
23185|599|Xã Đức Thuận
23188|599|Xã Suối Kiết
600|60|Huyện Đức Linh
23191|600|Thị trấn Võ Xu
23194|600|Thị trấn Đức Tài
23197|600|Xã Đa Kai
23200|600|Xã Sùng Nhơn
23203|600|Xã Mê Pu
23206|600|Xã Nam Chính
23212|600|Xã Đức Hạnh
23215|600|Xã Đức Tín
23218|600|Xã Vũ Hoà
23221|600|Xã Tân Hà
23224|600|Xã Đông Hà
23227|600|Xã Trà Tân
601|60|Huyện Hàm Tân
23230|601|Thị trấn Tân Minh
23236|601|Thị trấn Tân Nghĩa
23239|601|Xã Sông Phan
23242|601|Xã Tân Phúc
23251|601|Xã Tân Đức
23254|601|Xã Tân Thắng
23255|601|Xã Thắng Hải
23257|601|Xã Tân Hà
23260|601|Xã Tân Xuân
23266|601|Xã Sơn Mỹ
602|60|Huyện Phú Quí
23272|602|Xã Ngũ Phụng
23275|602|Xã Long Hải
23278|602|Xã Tam Thanh`
