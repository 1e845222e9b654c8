* Encoding: UTF-8.
* Đánh giá nhanh.
* Put the data file (one line a ballot) beside this one, or write its whole path below.

GET DATA /TYPE=TXT /FILE='quick.csv'
  /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELCASE=LINE /FIRSTCASE=2
  /DELIMITERS=',' /QUALIFIER='"'
  /VARIABLES=
    ballot_id A16
    device_id A8
    campaign A121
    questionnaire A41
    version F10.0
    unit A121
    field A121
    channel A11
    status A8
    submitted_at A25
    duration_secs F10.0
    gender A2
    age A2
    education A2
    occupation A2
    respondent A2
    read_overall A2
    v_comment A6000
    reasons A48
    ticket A16
  .

RECODE read_overall ('na'=-8) (CONVERT) INTO overall.
FORMATS overall (F2.0).
MISSING VALUES overall (-8).
EXECUTE.
DELETE VARIABLES read_overall.

COMPUTE submitted_at_local = DATE.DMY(NUMBER(SUBSTR(submitted_at,9,2),F2), NUMBER(SUBSTR(submitted_at,6,2),F2), NUMBER(SUBSTR(submitted_at,1,4),F4))
  + TIME.HMS(NUMBER(SUBSTR(submitted_at,12,2),F2), NUMBER(SUBSTR(submitted_at,15,2),F2), NUMBER(SUBSTR(submitted_at,18,2),F2)).
FORMATS submitted_at_local (DATETIME20).

VARIABLE LABELS
  ballot_id 'Mã phiếu'
  /device_id 'Mã thiết bị'
  /campaign 'Đợt khảo sát'
  /questionnaire 'Bảng hỏi'
  /version 'Phiên bản bảng hỏi'
  /unit 'Đơn vị'
  /field 'Lĩnh vực'
  /channel 'Hình thức thu phiếu'
  /status 'Tình trạng phiếu'
  /submitted_at 'Thời điểm gửi (giờ của thiết bị)'
  /duration_secs 'Thời gian trả lời (giây)'
  /gender 'Giới tính'
  /age 'Tuổi'
  /education 'Trình độ học vấn'
  /occupation 'Nghề nghiệp'
  /respondent 'Đối tượng'
  /overall 'Ông/bà có hài lòng với việc giải quyết thủ tục lần này không?'
  /v_comment 'Ông/bà có ý kiến gì khác không?'
  /reasons 'Ông/bà chưa hài lòng về điều gì?'
  /ticket 'Mã mở phiếu'.

VALUE LABELS channel
  'phone' 'Điện thoại của người dân'
  'kiosk' 'Máy tại quầy'
  'interviewer' 'Phỏng vấn'
  'paper' 'Phiếu giấy'
  .
VALUE LABELS status
  'complete' 'Trả lời đến hết'
  'stopped' 'Dừng sớm, câu đã trả lời vẫn tính'
  .
VALUE LABELS overall
  1 'Rất không hài lòng'
  2 'Không hài lòng'
  3 'Bình thường'
  4 'Hài lòng'
  5 'Rất hài lòng'
  -8 'Không áp dụng hoặc không được hỏi'
  .
VALUE LABELS ticket
  'poster' 'Áp phích dùng chung'
  .

VARIABLE LEVEL ballot_id (NOMINAL).
VARIABLE LEVEL device_id (NOMINAL).
VARIABLE LEVEL campaign (NOMINAL).
VARIABLE LEVEL questionnaire (NOMINAL).
VARIABLE LEVEL version (NOMINAL).
VARIABLE LEVEL unit (NOMINAL).
VARIABLE LEVEL field (NOMINAL).
VARIABLE LEVEL channel (NOMINAL).
VARIABLE LEVEL status (NOMINAL).
VARIABLE LEVEL submitted_at (NOMINAL).
VARIABLE LEVEL duration_secs (SCALE).
VARIABLE LEVEL gender (NOMINAL).
VARIABLE LEVEL age (NOMINAL).
VARIABLE LEVEL education (NOMINAL).
VARIABLE LEVEL occupation (NOMINAL).
VARIABLE LEVEL respondent (NOMINAL).
VARIABLE LEVEL overall (ORDINAL).
VARIABLE LEVEL v_comment (NOMINAL).
VARIABLE LEVEL reasons (NOMINAL).
VARIABLE LEVEL ticket (NOMINAL).
EXECUTE.
