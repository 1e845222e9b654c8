-- The indices of sipas-desk version 1 with 95 % intervals, each ballot counted once.
-- Reads `ballots`: the columns of the ballot file, all texts. Runs unchanged on DuckDB and Spark SQL.
-- Written by `sipas-cli export --to sql`; docs/scale.md says how to run it and what it costs.
WITH moments AS (
  -- When it was sent, in whole numbers: engines read a time with an offset each in its own way.
  SELECT *,
    CAST(SUBSTR(submitted_at, 1, 4) AS INTEGER) - CASE WHEN CAST(SUBSTR(submitted_at, 6, 2) AS INTEGER) <= 2 THEN 1 ELSE 0 END AS sent_year,
    CAST(SUBSTR(submitted_at, 6, 2) AS INTEGER) + CASE WHEN CAST(SUBSTR(submitted_at, 6, 2) AS INTEGER) <= 2 THEN 9 ELSE -3 END AS sent_month,
    CAST(SUBSTR(submitted_at, 9, 2) AS INTEGER) AS sent_day,
    CAST(SUBSTR(submitted_at, 12, 2) AS INTEGER) * 3600 + CAST(SUBSTR(submitted_at, 15, 2) AS INTEGER) * 60 + CAST(SUBSTR(submitted_at, 18, 2) AS INTEGER)
      - CASE WHEN SUBSTR(submitted_at, 20, 1) = '-' THEN -60 ELSE 60 END
        * (CAST(SUBSTR(submitted_at, 21, 2) AS INTEGER) * 60 + CAST(SUBSTR(submitted_at, 24, 2) AS INTEGER)) AS sent_second
  FROM ballots
  WHERE questionnaire = 'sipas-desk' AND version = '1'
),
ranked AS (
  -- Of different ballots under one identity the one sent last counts, then the greater row.
  SELECT *, ROW_NUMBER() OVER (
    PARTITION BY ballot_id
    ORDER BY 86400E0 * (365E0 * sent_year + FLOOR(sent_year / 4E0) - FLOOR(sent_year / 100E0)
        + FLOOR(sent_year / 400E0) + FLOOR((153 * sent_month + 2) / 5E0) + sent_day)
      + sent_second DESC,
      CONCAT_WS(',', COALESCE(ballot_id, ''), COALESCE(device_id, ''), COALESCE(campaign, ''), COALESCE(questionnaire, ''),
      COALESCE(version, ''), COALESCE(unit, ''), COALESCE(field, ''), COALESCE(channel, ''), COALESCE(status, ''),
      COALESCE(submitted_at, ''), COALESCE(duration_secs, ''), COALESCE(gender, ''), COALESCE(age, ''),
      COALESCE(education, ''), COALESCE(occupation, ''), COALESCE(respondent, ''), COALESCE(access_1, ''),
      COALESCE(access_2, ''), COALESCE(access_3, ''), COALESCE(access_4, ''), COALESCE(dossier_1, ''),
      COALESCE(dossier_2, ''), COALESCE(dossier_3, ''), COALESCE(dossier_4, ''), COALESCE(dossier_5, ''),
      COALESCE(officials_1, ''), COALESCE(officials_2, ''), COALESCE(officials_3, ''), COALESCE(officials_4, ''),
      COALESCE(officials_5, ''), COALESCE(officials_6, ''), COALESCE(results_1, ''), COALESCE(results_2, ''),
      COALESCE(results_3, ''), COALESCE(feedback_1, ''), COALESCE(feedback_2, ''), COALESCE(feedback_3, ''),
      COALESCE(feedback_4, ''), COALESCE(overall, ''), COALESCE(comment, '')) DESC) AS place_of_row
  FROM moments
),
answers AS (
  -- A code that begins with a sign stands behind an apostrophe in the file.
  SELECT
    CASE WHEN unit LIKE '''-%' THEN SUBSTR(unit, 2) ELSE COALESCE(unit, '') END AS unit,
    CASE WHEN field LIKE '''-%' THEN SUBSTR(field, 2) ELSE COALESCE(field, '') END AS field,
    CASE WHEN channel LIKE '''-%' THEN SUBSTR(channel, 2) ELSE COALESCE(channel, '') END AS channel,
    SUBSTR(submitted_at, 1, 7) AS month,
    CASE WHEN access_1 IN ('4', '5') THEN 1 ELSE 0 END AS s1,
    CASE WHEN access_1 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n1,
    CASE WHEN access_2 IN ('4', '5') THEN 1 ELSE 0 END AS s2,
    CASE WHEN access_2 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n2,
    CASE WHEN access_3 IN ('4', '5') THEN 1 ELSE 0 END AS s3,
    CASE WHEN access_3 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n3,
    CASE WHEN access_4 IN ('4', '5') THEN 1 ELSE 0 END AS s4,
    CASE WHEN access_4 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n4,
    CASE WHEN dossier_1 IN ('4', '5') THEN 1 ELSE 0 END AS s5,
    CASE WHEN dossier_1 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n5,
    CASE WHEN dossier_2 IN ('4', '5') THEN 1 ELSE 0 END AS s6,
    CASE WHEN dossier_2 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n6,
    CASE WHEN dossier_3 IN ('4', '5') THEN 1 ELSE 0 END AS s7,
    CASE WHEN dossier_3 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n7,
    CASE WHEN dossier_4 IN ('4', '5') THEN 1 ELSE 0 END AS s8,
    CASE WHEN dossier_4 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n8,
    CASE WHEN dossier_5 IN ('4', '5') THEN 1 ELSE 0 END AS s9,
    CASE WHEN dossier_5 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n9,
    CASE WHEN officials_1 IN ('4', '5') THEN 1 ELSE 0 END AS s10,
    CASE WHEN officials_1 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n10,
    CASE WHEN officials_2 IN ('4', '5') THEN 1 ELSE 0 END AS s11,
    CASE WHEN officials_2 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n11,
    CASE WHEN officials_3 IN ('4', '5') THEN 1 ELSE 0 END AS s12,
    CASE WHEN officials_3 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n12,
    CASE WHEN officials_4 IN ('4', '5') THEN 1 ELSE 0 END AS s13,
    CASE WHEN officials_4 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n13,
    CASE WHEN officials_5 IN ('4', '5') THEN 1 ELSE 0 END AS s14,
    CASE WHEN officials_5 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n14,
    CASE WHEN officials_6 IN ('4', '5') THEN 1 ELSE 0 END AS s15,
    CASE WHEN officials_6 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n15,
    CASE WHEN results_1 IN ('4', '5') THEN 1 ELSE 0 END AS s16,
    CASE WHEN results_1 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n16,
    CASE WHEN results_2 IN ('4', '5') THEN 1 ELSE 0 END AS s17,
    CASE WHEN results_2 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n17,
    CASE WHEN results_3 IN ('4', '5') THEN 1 ELSE 0 END AS s18,
    CASE WHEN results_3 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n18,
    CASE WHEN feedback_1 IN ('4', '5') THEN 1 ELSE 0 END AS s19,
    CASE WHEN feedback_1 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n19,
    CASE WHEN feedback_2 IN ('4', '5') THEN 1 ELSE 0 END AS s20,
    CASE WHEN feedback_2 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n20,
    CASE WHEN feedback_3 IN ('4', '5') THEN 1 ELSE 0 END AS s21,
    CASE WHEN feedback_3 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n21,
    CASE WHEN feedback_4 IN ('4', '5') THEN 1 ELSE 0 END AS s22,
    CASE WHEN feedback_4 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n22,
    CASE WHEN overall IN ('4', '5') THEN 1 ELSE 0 END AS s23,
    CASE WHEN overall IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n23
  FROM ranked
  WHERE place_of_row = 1
),
each_ballot AS (
  SELECT unit, field, channel, month,
    CASE WHEN n1 + n2 + n3 + n4 + n5 + n6 + n7 + n8 + n9 + n10 + n11 + n12 + n13 + n14 + n15 + n16 + n17 +
      n18 + n19 + n20 + n21 + n22 + n23 > 0 THEN 1 ELSE 0 END AS respondent,
    s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11 + s12 + s13 + s14 + s15 + s16 + s17 +
      s18 + s19 + s20 + s21 + s22 AS fs1,
    n1 + n2 + n3 + n4 + n5 + n6 + n7 + n8 + n9 + n10 + n11 + n12 + n13 + n14 + n15 + n16 + n17 +
      n18 + n19 + n20 + n21 + n22 AS fn1,
    s1 + s2 + s3 + s4 AS fs2,
    n1 + n2 + n3 + n4 AS fn2,
    s5 + s6 + s7 + s8 + s9 AS fs3,
    n5 + n6 + n7 + n8 + n9 AS fn3,
    s10 + s11 + s12 + s13 + s14 + s15 AS fs4,
    n10 + n11 + n12 + n13 + n14 + n15 AS fn4,
    s16 + s17 + s18 AS fs5,
    n16 + n17 + n18 AS fn5,
    s19 + s20 + s21 + s22 AS fs6,
    n19 + n20 + n21 + n22 AS fn6,
    s1 AS fs7,
    n1 AS fn7,
    s2 AS fs8,
    n2 AS fn8,
    s3 AS fs9,
    n3 AS fn9,
    s4 AS fs10,
    n4 AS fn10,
    s5 AS fs11,
    n5 AS fn11,
    s6 AS fs12,
    n6 AS fn12,
    s7 AS fs13,
    n7 AS fn13,
    s8 AS fs14,
    n8 AS fn14,
    s9 AS fs15,
    n9 AS fn15,
    s10 AS fs16,
    n10 AS fn16,
    s11 AS fs17,
    n11 AS fn17,
    s12 AS fs18,
    n12 AS fn18,
    s13 AS fs19,
    n13 AS fn19,
    s14 AS fs20,
    n14 AS fn20,
    s15 AS fs21,
    n15 AS fn21,
    s16 AS fs22,
    n16 AS fn22,
    s17 AS fs23,
    n17 AS fn23,
    s18 AS fs24,
    n18 AS fn24,
    s19 AS fs25,
    n19 AS fn25,
    s20 AS fs26,
    n20 AS fn26,
    s21 AS fs27,
    n21 AS fn27,
    s22 AS fs28,
    n22 AS fn28,
    s23 AS fs29,
    n23 AS fn29
  FROM answers
),
sums AS (
  SELECT
    CASE
      WHEN GROUPING(unit) = 0 THEN 'unit'
      WHEN GROUPING(field) = 0 THEN 'field'
      WHEN GROUPING(channel) = 0 THEN 'channel'
      WHEN GROUPING(month) = 0 THEN 'month'
      ELSE '' END AS grouped_by,
    COALESCE(unit, field, channel, month, '') AS group_key,
    COUNT(*) AS ballots,
    SUM(respondent) AS respondents,
    SUM(fs1) AS s1, SUM(fn1) AS n1, SUM(CASE WHEN fn1 > 0 THEN 1 ELSE 0 END) AS r1,
    SUM(fs1 * fs1) AS ss1, SUM(fs1 * fn1) AS sn1, SUM(fn1 * fn1) AS nn1,
    SUM(fs2) AS s2, SUM(fn2) AS n2, SUM(CASE WHEN fn2 > 0 THEN 1 ELSE 0 END) AS r2,
    SUM(fs2 * fs2) AS ss2, SUM(fs2 * fn2) AS sn2, SUM(fn2 * fn2) AS nn2,
    SUM(fs3) AS s3, SUM(fn3) AS n3, SUM(CASE WHEN fn3 > 0 THEN 1 ELSE 0 END) AS r3,
    SUM(fs3 * fs3) AS ss3, SUM(fs3 * fn3) AS sn3, SUM(fn3 * fn3) AS nn3,
    SUM(fs4) AS s4, SUM(fn4) AS n4, SUM(CASE WHEN fn4 > 0 THEN 1 ELSE 0 END) AS r4,
    SUM(fs4 * fs4) AS ss4, SUM(fs4 * fn4) AS sn4, SUM(fn4 * fn4) AS nn4,
    SUM(fs5) AS s5, SUM(fn5) AS n5, SUM(CASE WHEN fn5 > 0 THEN 1 ELSE 0 END) AS r5,
    SUM(fs5 * fs5) AS ss5, SUM(fs5 * fn5) AS sn5, SUM(fn5 * fn5) AS nn5,
    SUM(fs6) AS s6, SUM(fn6) AS n6, SUM(CASE WHEN fn6 > 0 THEN 1 ELSE 0 END) AS r6,
    SUM(fs6 * fs6) AS ss6, SUM(fs6 * fn6) AS sn6, SUM(fn6 * fn6) AS nn6,
    SUM(fs7) AS s7, SUM(fn7) AS n7, SUM(CASE WHEN fn7 > 0 THEN 1 ELSE 0 END) AS r7,
    SUM(fs8) AS s8, SUM(fn8) AS n8, SUM(CASE WHEN fn8 > 0 THEN 1 ELSE 0 END) AS r8,
    SUM(fs9) AS s9, SUM(fn9) AS n9, SUM(CASE WHEN fn9 > 0 THEN 1 ELSE 0 END) AS r9,
    SUM(fs10) AS s10, SUM(fn10) AS n10, SUM(CASE WHEN fn10 > 0 THEN 1 ELSE 0 END) AS r10,
    SUM(fs11) AS s11, SUM(fn11) AS n11, SUM(CASE WHEN fn11 > 0 THEN 1 ELSE 0 END) AS r11,
    SUM(fs12) AS s12, SUM(fn12) AS n12, SUM(CASE WHEN fn12 > 0 THEN 1 ELSE 0 END) AS r12,
    SUM(fs13) AS s13, SUM(fn13) AS n13, SUM(CASE WHEN fn13 > 0 THEN 1 ELSE 0 END) AS r13,
    SUM(fs14) AS s14, SUM(fn14) AS n14, SUM(CASE WHEN fn14 > 0 THEN 1 ELSE 0 END) AS r14,
    SUM(fs15) AS s15, SUM(fn15) AS n15, SUM(CASE WHEN fn15 > 0 THEN 1 ELSE 0 END) AS r15,
    SUM(fs16) AS s16, SUM(fn16) AS n16, SUM(CASE WHEN fn16 > 0 THEN 1 ELSE 0 END) AS r16,
    SUM(fs17) AS s17, SUM(fn17) AS n17, SUM(CASE WHEN fn17 > 0 THEN 1 ELSE 0 END) AS r17,
    SUM(fs18) AS s18, SUM(fn18) AS n18, SUM(CASE WHEN fn18 > 0 THEN 1 ELSE 0 END) AS r18,
    SUM(fs19) AS s19, SUM(fn19) AS n19, SUM(CASE WHEN fn19 > 0 THEN 1 ELSE 0 END) AS r19,
    SUM(fs20) AS s20, SUM(fn20) AS n20, SUM(CASE WHEN fn20 > 0 THEN 1 ELSE 0 END) AS r20,
    SUM(fs21) AS s21, SUM(fn21) AS n21, SUM(CASE WHEN fn21 > 0 THEN 1 ELSE 0 END) AS r21,
    SUM(fs22) AS s22, SUM(fn22) AS n22, SUM(CASE WHEN fn22 > 0 THEN 1 ELSE 0 END) AS r22,
    SUM(fs23) AS s23, SUM(fn23) AS n23, SUM(CASE WHEN fn23 > 0 THEN 1 ELSE 0 END) AS r23,
    SUM(fs24) AS s24, SUM(fn24) AS n24, SUM(CASE WHEN fn24 > 0 THEN 1 ELSE 0 END) AS r24,
    SUM(fs25) AS s25, SUM(fn25) AS n25, SUM(CASE WHEN fn25 > 0 THEN 1 ELSE 0 END) AS r25,
    SUM(fs26) AS s26, SUM(fn26) AS n26, SUM(CASE WHEN fn26 > 0 THEN 1 ELSE 0 END) AS r26,
    SUM(fs27) AS s27, SUM(fn27) AS n27, SUM(CASE WHEN fn27 > 0 THEN 1 ELSE 0 END) AS r27,
    SUM(fs28) AS s28, SUM(fn28) AS n28, SUM(CASE WHEN fn28 > 0 THEN 1 ELSE 0 END) AS r28,
    SUM(fs29) AS s29, SUM(fn29) AS n29, SUM(CASE WHEN fn29 > 0 THEN 1 ELSE 0 END) AS r29
  FROM each_ballot
  GROUP BY GROUPING SETS ((), (unit), (field), (channel), (month))
),
listed AS (
  SELECT grouped_by, group_key, ballots, figure, id, method, place,
    CAST(respondents AS DOUBLE) AS group_respondents,
    CAST(MAX(CASE WHEN grouped_by = '' THEN respondents END) OVER () AS DOUBLE) AS asked,
    CAST(CASE place WHEN 1 THEN s1 WHEN 2 THEN s2 WHEN 3 THEN s3 WHEN 4 THEN s4 WHEN 5 THEN s5 WHEN 6 THEN s6 WHEN 7 THEN s7
      WHEN 8 THEN s8 WHEN 9 THEN s9 WHEN 10 THEN s10 WHEN 11 THEN s11 WHEN 12 THEN s12 WHEN 13 THEN s13
      WHEN 14 THEN s14 WHEN 15 THEN s15 WHEN 16 THEN s16 WHEN 17 THEN s17 WHEN 18 THEN s18 WHEN 19 THEN s19
      WHEN 20 THEN s20 WHEN 21 THEN s21 WHEN 22 THEN s22 WHEN 23 THEN s23 WHEN 24 THEN s24 WHEN 25 THEN s25
      WHEN 26 THEN s26 WHEN 27 THEN s27 WHEN 28 THEN s28 WHEN 29 THEN s29 END AS DOUBLE) AS satisfied,
    CAST(CASE place WHEN 1 THEN n1 WHEN 2 THEN n2 WHEN 3 THEN n3 WHEN 4 THEN n4 WHEN 5 THEN n5 WHEN 6 THEN n6 WHEN 7 THEN n7
      WHEN 8 THEN n8 WHEN 9 THEN n9 WHEN 10 THEN n10 WHEN 11 THEN n11 WHEN 12 THEN n12 WHEN 13 THEN n13
      WHEN 14 THEN n14 WHEN 15 THEN n15 WHEN 16 THEN n16 WHEN 17 THEN n17 WHEN 18 THEN n18 WHEN 19 THEN n19
      WHEN 20 THEN n20 WHEN 21 THEN n21 WHEN 22 THEN n22 WHEN 23 THEN n23 WHEN 24 THEN n24 WHEN 25 THEN n25
      WHEN 26 THEN n26 WHEN 27 THEN n27 WHEN 28 THEN n28 WHEN 29 THEN n29 END AS DOUBLE) AS counted,
    CAST(CASE place WHEN 1 THEN r1 WHEN 2 THEN r2 WHEN 3 THEN r3 WHEN 4 THEN r4 WHEN 5 THEN r5 WHEN 6 THEN r6 WHEN 7 THEN r7
      WHEN 8 THEN r8 WHEN 9 THEN r9 WHEN 10 THEN r10 WHEN 11 THEN r11 WHEN 12 THEN r12 WHEN 13 THEN r13
      WHEN 14 THEN r14 WHEN 15 THEN r15 WHEN 16 THEN r16 WHEN 17 THEN r17 WHEN 18 THEN r18 WHEN 19 THEN r19
      WHEN 20 THEN r20 WHEN 21 THEN r21 WHEN 22 THEN r22 WHEN 23 THEN r23 WHEN 24 THEN r24 WHEN 25 THEN r25
      WHEN 26 THEN r26 WHEN 27 THEN r27 WHEN 28 THEN r28 WHEN 29 THEN r29 END AS DOUBLE) AS respondents,
    CAST(CASE place WHEN 1 THEN ss1 WHEN 2 THEN ss2 WHEN 3 THEN ss3 WHEN 4 THEN ss4 WHEN 5 THEN ss5 WHEN 6 THEN ss6 END AS DOUBLE) AS ss,
    CAST(CASE place WHEN 1 THEN sn1 WHEN 2 THEN sn2 WHEN 3 THEN sn3 WHEN 4 THEN sn4 WHEN 5 THEN sn5 WHEN 6 THEN sn6 END AS DOUBLE) AS sn,
    CAST(CASE place WHEN 1 THEN nn1 WHEN 2 THEN nn2 WHEN 3 THEN nn3 WHEN 4 THEN nn4 WHEN 5 THEN nn5 WHEN 6 THEN nn6 END AS DOUBLE) AS nn
  FROM sums CROSS JOIN (VALUES
    (1, 'overall', '', 'linearised'),
    (2, 'factor', 'access', 'linearised'),
    (3, 'factor', 'dossier', 'linearised'),
    (4, 'factor', 'officials', 'linearised'),
    (5, 'factor', 'results', 'linearised'),
    (6, 'factor', 'feedback', 'linearised'),
    (7, 'criterion', 'access_1', 'wilson'),
    (8, 'criterion', 'access_2', 'wilson'),
    (9, 'criterion', 'access_3', 'wilson'),
    (10, 'criterion', 'access_4', 'wilson'),
    (11, 'criterion', 'dossier_1', 'wilson'),
    (12, 'criterion', 'dossier_2', 'wilson'),
    (13, 'criterion', 'dossier_3', 'wilson'),
    (14, 'criterion', 'dossier_4', 'wilson'),
    (15, 'criterion', 'dossier_5', 'wilson'),
    (16, 'criterion', 'officials_1', 'wilson'),
    (17, 'criterion', 'officials_2', 'wilson'),
    (18, 'criterion', 'officials_3', 'wilson'),
    (19, 'criterion', 'officials_4', 'wilson'),
    (20, 'criterion', 'officials_5', 'wilson'),
    (21, 'criterion', 'officials_6', 'wilson'),
    (22, 'criterion', 'results_1', 'wilson'),
    (23, 'criterion', 'results_2', 'wilson'),
    (24, 'criterion', 'results_3', 'wilson'),
    (25, 'criterion', 'feedback_1', 'wilson'),
    (26, 'criterion', 'feedback_2', 'wilson'),
    (27, 'criterion', 'feedback_3', 'wilson'),
    (28, 'criterion', 'feedback_4', 'wilson'),
    (29, 'criterion', 'overall', 'wilson')) AS figures (place, figure, id, method)
),
critical AS (
  -- Student's t for 0.975 by its degrees of freedom.
  SELECT CAST(degrees AS DOUBLE) AS degrees, quantile FROM (VALUES
    (1, 12.706204736174699E0), (2, 4.302652729749465E0), (3, 3.182446305283709E0), (4, 2.776445105197794E0),
    (5, 2.570581835636315E0), (6, 2.446911851144971E0), (7, 2.364624251592786E0), (8, 2.306004135204166E0),
    (9, 2.262157162798207E0), (10, 2.228138851986273E0), (11, 2.200985160091640E0), (12, 2.178812829667229E0),
    (13, 2.160368656462790E0), (14, 2.144786687917804E0), (15, 2.131449545559776E0), (16, 2.119905299221252E0),
    (17, 2.109815577833318E0), (18, 2.100922040241036E0), (19, 2.093024054408311E0), (20, 2.085963447265864E0),
    (21, 2.079613844727681E0), (22, 2.073873067904028E0), (23, 2.068657610419047E0), (24, 2.063898561628021E0),
    (25, 2.059538552753305E0), (26, 2.055529438642868E0), (27, 2.051830516480285E0), (28, 2.048407141795246E0),
    (29, 2.045229642132704E0), (30, 2.042272456301239E0), (31, 2.039513446396407E0), (32, 2.036933343460101E0),
    (33, 2.034515297449339E0), (34, 2.032244509317719E0), (35, 2.030107928250341E0), (36, 2.028094000980452E0),
    (37, 2.026192463029109E0), (38, 2.024394163911970E0), (39, 2.022690920036760E0), (40, 2.021075390306273E0),
    (41, 2.019540970441375E0), (42, 2.018081702818445E0), (43, 2.016692199227824E0), (44, 2.015367574443763E0),
    (45, 2.014103388880847E0), (46, 2.012895598919431E0), (47, 2.011740513729765E0), (48, 2.010634757624234E0),
    (49, 2.009575237129238E0), (50, 2.008559112100761E0), (51, 2.007583770315837E0), (52, 2.006646805061688E0),
    (53, 2.005745995317870E0), (54, 2.004879288188057E0), (55, 2.004044783289147E0), (56, 2.003240718847870E0),
    (57, 2.002465459291008E0), (58, 2.001717484145236E0), (59, 2.000995378088267E0), (60, 2.000297822014260E0),
    (61, 1.999623584994939E0), (62, 1.998971517033377E0), (63, 1.998340542520741E0), (64, 1.997729654317694E0),
    (65, 1.997137908392006E0), (66, 1.996564418952313E0), (67, 1.996008354025297E0), (68, 1.995468931429843E0),
    (69, 1.994945415107239E0), (70, 1.994437111771184E0), (71, 1.993943367845627E0), (72, 1.993463566661872E0),
    (73, 1.992997125889854E0), (74, 1.992543495180931E0), (75, 1.992102154002242E0), (76, 1.991672609644666E0),
    (77, 1.991254395388386E0), (78, 1.990847068811688E0), (79, 1.990450210230129E0), (80, 1.990063421254446E0),
    (81, 1.989686323456903E0), (82, 1.989318557136570E0), (83, 1.988959780175164E0), (84, 1.988609666975708E0),
    (85, 1.988267907477223E0), (86, 1.987934206239022E0), (87, 1.987608281589073E0), (88, 1.987289864831171E0),
    (89, 1.986978699506282E0), (90, 1.986674540703769E0), (91, 1.986377154418616E0), (92, 1.986086316951132E0),
    (93, 1.985801814345824E0), (94, 1.985523441866602E0), (95, 1.985251003505498E0), (96, 1.984984311522459E0),
    (97, 1.984723186013987E0), (98, 1.984467454508478E0), (99, 1.984216951586417E0), (100, 1.983971518523550E0),
    (101, 1.983731002955608E0), (102, 1.983495258562878E0), (103, 1.983264144773458E0), (104, 1.983037526483726E0),
    (105, 1.982815273795048E0), (106, 1.982597261765500E0), (107, 1.982383370175692E0), (108, 1.982173483307730E0),
    (109, 1.981967489736481E0), (110, 1.981765282132375E0), (111, 1.981566757074903E0), (112, 1.981371814876305E0),
    (113, 1.981180359414661E0), (114, 1.980992297975854E0), (115, 1.980807541103907E0), (116, 1.980626002459092E0),
    (117, 1.980447598683404E0), (118, 1.980272249272975E0), (119, 1.980099876456939E0), (120, 1.979930405082444E0)) AS t (degrees, quantile)
),
rates AS (
  SELECT listed.*, group_respondents - 1 AS df, satisfied / NULLIF(counted, 0) AS rate
  FROM listed
),
limits AS (
  SELECT rates.*,
    CASE WHEN method = 'wilson' THEN SQRT(rate * (1 - rate) / NULLIF(counted, 0))
      -- sqrt(n / (n - 1) * sum of (s - rate * n) squared) / sum of n, by Taylor linearisation.
      WHEN asked > 1 AND df > 0 THEN SQRT(asked / NULLIF(asked - 1, 0)
        * GREATEST(0E0, ss - 2E0 * rate * sn + rate * rate * nn)) / NULLIF(counted, 0) END AS se,
    CASE WHEN df <= 120 THEN quantile
      ELSE 1.959963984540054E0 + (2.372271230298562E0 + (2.822498615739611E0 + (2.555849679507722E0
        + 1.589534053393822E0 / df) / df) / df) / df END AS t,
    1.959963984540054E0 AS z
  FROM rates LEFT JOIN critical ON critical.degrees = rates.df
)
SELECT grouped_by, group_key, ballots, figure, id,
  CAST(satisfied AS BIGINT) AS satisfied, CAST(counted AS BIGINT) AS counted, rate,
  CASE WHEN method <> 'wilson' THEN rate - t * se
    WHEN satisfied = 0 AND counted > 0 THEN 0E0
    ELSE (rate + z * z / (2E0 * NULLIF(counted, 0)) - z * SQRT(se * se + z * z / (4E0 * NULLIF(counted * counted, 0))))
      / (1E0 + z * z / NULLIF(counted, 0)) END AS low,
  CASE WHEN method <> 'wilson' THEN rate + t * se
    WHEN satisfied = counted AND counted > 0 THEN 1E0
    ELSE (rate + z * z / (2E0 * NULLIF(counted, 0)) + z * SQRT(se * se + z * z / (4E0 * NULLIF(counted * counted, 0))))
      / (1E0 + z * z / NULLIF(counted, 0)) END AS high,
  se, method, CASE WHEN method <> 'wilson' THEN CAST(df AS BIGINT) END AS df,
  CAST(respondents AS BIGINT) AS respondents
FROM limits
ORDER BY grouped_by, group_key, place
