# Makes data sets and what R's `survey` finds in them, for tests/reference.rs to agree with.
#
#   Rscript survey.R > survey.txt        (Debian: r-base-core, r-cran-survey)
#
# tests/reference/compare.sh does that and compares. The file's form:
#
#   data NAME                      rows follow: unit field device answers
#   design NAME key=value …        for the data set named by data=
#   refused KIND                   R refuses the design
#   figure DOMAIN FORMULA ID value se low high df
#   difference DOMAIN DOMAIN value se df      (pooled overall)
#   quantile KIND … value
#
# Answers are one character a criterion (a1 a2 a3 b1 b2 c1 overall): 1-5, n (not applicable), - (blank).
# Ballots without any counted answer are no respondents: they are left out before svydesign.

suppressMessages(library(survey))
criteria <- c("a1", "a2", "a3", "b1", "b2", "c1", "overall")
factors <- list(a = criteria[1:3], b = criteria[4:5], c = criteria[6])
inside <- criteria[1:6]

num <- function(x) ifelse(is.na(x) | is.nan(x), "-", sprintf("%.13g", x))
line <- function(...) cat(..., "\n", sep = " ")

# ---- data sets ----------------------------------------------------------------------------------

clustered <- function(seed, n, units, devices, fields, level = 0.9, alike = 0.6, person = 0.8,
                      missing = 0.06, na = 0.05, prefix = "") {
  set.seed(seed)
  unit <- sample(units, n, replace = TRUE)
  device <- unit * 10 + sample(devices, n, replace = TRUE)
  field <- sample(fields, n, replace = TRUE, prob = (1:fields) / sum(1:fields))
  base <- rnorm(units, 0, alike)[unit] + rnorm(n, 0, person) - 0.15 * field
  answers <- sapply(seq_along(criteria), function(k) {
    latent <- level + base + rnorm(n) + 0.1 * (k - 3)
    code <- as.character(1 + (latent > -1.6) + (latent > -0.8) + (latent > 0) + (latent > 1))
    draw <- runif(n)
    ifelse(draw < missing, "-", ifelse(draw < missing + na, "n", code))
  })
  data.frame(unit = paste0(prefix, "u", sprintf("%02d", unit)), field = paste0("f", field),
             device = device, answers = apply(matrix(answers, nrow = n), 1, paste0, collapse = ""))
}

fixed <- function(n, answers, units = 4, fields = 2) data.frame(
  unit = paste0("u", rep_len(seq_len(units), n)), field = paste0("f", rep_len(seq_len(fields), n)),
  device = rep_len(seq_len(units) * 10 + 1, n), answers = rep_len(answers, n))

sets <- list(
  d30 = clustered(1, 30, 5, 2, 3),
  d80 = clustered(2, 80, 8, 2, 4),
  d200 = clustered(3, 200, 12, 3, 5, missing = 0.2),
  d400 = clustered(4, 400, 20, 2, 6, prefix = "p/", alike = 0.3),
  d900 = clustered(5, 900, 6, 3, 3, level = 2, alike = 1),
  sparse = clustered(6, 60, 6, 2, 3, missing = 0.8),
  two = fixed(2, c("5432451", "1155443"), units = 2, fields = 1),
  one = fixed(1, "54n-215", units = 1, fields = 1),
  oneunit = clustered(7, 20, 1, 3, 2),
  satisfied = fixed(24, "5454545"),
  dissatisfied = fixed(24, "1231231"),
  nearly = rbind(fixed(23, "5454545"), fixed(1, "5453545")),
  missing = fixed(6, c("-------", "nnnnnnn", "--nn--n")),
  someblank = rbind(clustered(8, 40, 5, 2, 3), fixed(7, c("-------", "nn-nn-n"), units = 5, fields = 3)),
  nofactor = within(clustered(9, 30, 5, 2, 3), substr(answers, 6, 6) <- "-"),
  lonely = rbind(clustered(10, 25, 5, 2, 2), fixed(1, "4515242", units = 1, fields = 1)),
  blankunit = within(clustered(11, 45, 5, 2, 3), unit[unit == "u02"] <- ""))
sets$lonely$field[26] <- "f9"
sets$lonely$unit[26] <- "u9"
sets$lonely$device[26] <- 91

for (name in names(sets)) {
  line("data", name)
  rows <- sets[[name]]
  empty <- function(x) ifelse(x == "", ".", x)
  cat(paste(empty(rows$unit), rows$field, rows$device, rows$answers), sep = "\n")
}

# ---- figures ------------------------------------------------------------------------------------

expand <- function(rows) {
  codes <- do.call(rbind, strsplit(rows$answers, ""))
  for (k in seq_along(criteria)) {
    code <- suppressWarnings(as.numeric(codes[, k]))
    rows[[criteria[k]]] <- as.numeric(code >= 4)
    rows[[paste0("score_", criteria[k])]] <- code
  }
  rows[rowSums(!is.na(rows[criteria])) > 0, ]
}

pooled <- function(rows, of, prefix = "") {
  values <- as.matrix(rows[paste0(prefix, of)])
  list(y = rowSums(values, na.rm = TRUE), n = rowSums(!is.na(values)))
}

figure <- function(domain, formula, id, value, se, df) {
  if (is.nan(value) || is.na(value)) return(line("figure", domain, formula, id, "- - - - -"))
  t <- if (df > 0) qt(0.975, df) else NA
  line("figure", domain, formula, id, num(value), num(se), num(value - t * se), num(value + t * se), df)
}

ratio <- function(design, domain, formula, id, y, n) {
  if (sum(n[weights(design, "sampling") > 0]) == 0) return(figure(domain, formula, id, NA))
  design <- update(design, y = y, n = n)
  found <- svyratio(~y, ~n, design)
  figure(domain, formula, id, coef(found)[[1]], SE(found)[[1]], degf(design))
}

# The standard error of a total of residuals. R's symbolic delta method over the covariance of the
# totals is the same in theory but loses digits where they cancel: it has to agree to 6 of them.
linearised <- function(design, z, delta) {
  se <- SE(svytotal(~z, update(design, z = z)))[[1]]
  other <- suppressWarnings(SE(delta)[[1]])
  if (!is.nan(other) && abs(se - other) > 1e-6 * se + 1e-7) stop("R disagrees with itself: ", se, " ", other)
  se
}

# The mean of ratios.
meanof <- function(design, domain, formula, id, parts) {
  here <- weights(design, "sampling") > 0
  parts <- Filter(function(part) sum(part$n[here]) > 0, parts)
  if (length(parts) == 0) return(figure(domain, formula, id, NA))
  columns <- do.call(cbind, lapply(parts, function(part) cbind(part$y, part$n)))
  colnames(columns) <- paste0(c("y", "n"), rep(seq_along(parts), each = 2))
  totals <- svytotal(columns, design)
  terms <- paste0("y", seq_along(parts), "/n", seq_along(parts), collapse = "+")
  found <- svycontrast(totals, parse(text = paste0("(", terms, ")/", length(parts)))[[1]])
  w <- weights(design, "sampling")
  z <- 0
  for (part in parts) z <- z + (part$y - sum(w * part$y) / sum(w * part$n) * part$n) / sum(w * part$n) / length(parts)
  figure(domain, formula, id, coef(found)[[1]], linearised(design, z, found), degf(design))
}

criterion <- function(design, domain, id, plain) {
  y <- design$variables[[id]]
  label <- sub("overall", "general", id)
  here <- weights(design, "sampling") > 0
  if (all(is.na(y[here]))) return(figure(domain, "pooled", label, NA))
  if (plain) {
    y <- y[!is.na(y)]
    test <- suppressWarnings(prop.test(sum(y), length(y), correct = FALSE)$conf.int)
    p <- mean(y)
    return(line("figure", domain, "pooled", label, num(p), num(sqrt(p * (1 - p) / length(y))),
                num(test[1]), num(test[2]), "wilson"))
  }
  found <- svymean(as.formula(paste0("~", id)), design, na.rm = TRUE)
  figure(domain, "pooled", label, coef(found)[[1]], SE(found)[[1]], degf(design))
}

figures <- function(design, domain, plain) {
  rows <- design$variables
  all <- pooled(rows, inside)
  ratio(design, domain, "pooled", "overall", all$y, all$n)
  score <- pooled(rows, inside, "score_")
  ratio(design, domain, "score", "overall", score$y, score$n)
  each <- lapply(inside, function(id) pooled(rows, id))
  meanof(design, domain, "mean-of-criteria", "overall", each)
  of <- lapply(factors, function(ids) pooled(rows, ids))
  meanof(design, domain, "mean-of-factors", "overall", of)
  short <- domain != "*"
  for (name in if (short) "a" else c("a", "b")) {
    ratio(design, domain, "pooled", name, of[[name]]$y, of[[name]]$n)
    meanof(design, domain, "mean-of-criteria", name, each[match(factors[[name]], inside)])
  }
  for (id in if (short) c("a1", "overall") else criteria) criterion(design, domain, id, plain)
}

difference <- function(design, one, other, first, second) {
  all <- pooled(design$variables, inside)
  d1 <- as.numeric(one); d2 <- as.numeric(other)
  columns <- cbind(y1 = all$y * d1, n1 = all$n * d1, y2 = all$y * d2, n2 = all$n * d2)
  if (any(colSums(columns)[c(2, 4)] == 0)) return(invisible())
  found <- svycontrast(svytotal(columns, design), quote(y1 / n1 - y2 / n2))
  w <- weights(design, "sampling")
  residual <- function(y, n) (y - sum(w * y) / sum(w * n) * n) / sum(w * n)
  z <- residual(columns[, 1], columns[, 2]) - residual(columns[, 3], columns[, 4])
  se <- linearised(design, z, found)
  both <- subset(design, one | other)
  line("difference", first, second, num(coef(found)[[1]]), num(se), degf(both))
}

# ---- designs ------------------------------------------------------------------------------------

run <- function(name, data, cluster = "-", strata = "-", population = "-", dossiers = FALSE, lonely = "-",
                domains = TRUE) {
  rows <- expand(sets[[data]])
  plain <- cluster == "-" && strata == "-" && identical(population, "-") && !dossiers
  cells <- NULL
  if (dossiers) {
    cells <- aggregate(list(n = rep(1, nrow(rows))), rows[c("unit", "field")], sum)
    cells <- cells[order(cells$unit, cells$field), ]
    cells$Freq <- cells$n * (3 + (seq_len(nrow(cells)) * 7) %% 11) + 1
  }
  if (identical(population, "by-stratum")) {
    sizes <- table(rows[[strata]][!duplicated(if (cluster == "-") seq_len(nrow(rows)) else rows[[cluster]])])
    population <- setNames(as.numeric(sizes) * 3 + seq_along(sizes), names(sizes))
  }
  text <- if (is.null(names(population))) as.character(population) else
    paste0(names(population), ":", population, collapse = ",")
  empty <- function(x) ifelse(x == "", ".", x)
  line("design", name, paste0("data=", data), paste0("cluster=", cluster), paste0("strata=", strata),
       paste0("population=", text), paste0("lonely=", lonely),
       paste0("dossiers=", if (dossiers) paste(empty(cells$unit), cells$field, cells$Freq, sep = ":", collapse = ",") else "-"))
  if (nrow(rows) == 0) {
    for (id in c("overall", "general", "a", inside)) figure("*", "pooled", id, NA)
    return(invisible())
  }
  options(survey.lonely.psu = if (lonely == "-") "fail" else lonely)
  rows$weight1 <- 1
  rows$stratum <- if (strata == "-") "all" else rows[[strata]]
  rows$drawn <- if (cluster == "-") seq_len(nrow(rows)) else rows[[cluster]]
  rows$size <- if (identical(population, "-")) 1 else
    if (is.null(names(population))) as.numeric(population) else population[rows$stratum]
  fpc <- if (identical(population, "-")) NULL else ~size
  strat <- if (strata == "-") NULL else ~stratum
  result <- tryCatch({
    # It prints what is beyond the population before it refuses.
    capture.output(design <- svydesign(ids = ~drawn, strata = strat, weights = ~weight1, fpc = fpc, data = rows))
    if (dossiers) design <- postStratify(design, ~unit + field, cells[c("unit", "field", "Freq")])
    if (nrow(rows) > 1) svytotal(~weight1, design)
    design
  }, error = function(e) conditionMessage(e))
  if (is.character(result)) {
    kind <- if (grepl("only one primary sampling unit", result)) "alone" else
      if (grepl("only one PSU", result)) "lonely" else if (grepl("100%", result)) "beyond" else
      if (grepl("nested", result)) "split" else stop(result)
    return(line("refused", kind))
  }
  figures(result, "*", plain)
  if (!domains) return(invisible())
  for (by in c("unit", "field")) {
    keys <- sort(unique(rows[[by]]), method = "radix")
    for (key in keys[seq_len(min(2, length(keys)))]) {
      figures(subset(result, rows[[by]] == key), paste0(by, "=", key), plain)
    }
    if (length(keys) > 1) {
      difference(result, rows[[by]] == keys[1], rows[[by]] == keys[2],
                 paste0(by, "=", keys[1]), paste0(by, "=", keys[2]))
    }
  }
  # Overlapping domains.
  difference(result, rows$unit == rows$unit[1], rows$field == rows$field[1],
             paste0("unit=", rows$unit[1]), paste0("field=", rows$field[1]))
}

for (data in c("d30", "d80", "d200", "d400")) {
  run(paste0(data, "-plain"), data)
  run(paste0(data, "-unit"), data, cluster = "unit")
  run(paste0(data, "-device"), data, cluster = "device")
  run(paste0(data, "-strata-field"), data, strata = "field")
  run(paste0(data, "-strata-unit"), data, strata = "unit", lonely = "adjust")
  run(paste0(data, "-strata-unit-device"), data, strata = "unit", cluster = "device", lonely = "adjust")
  run(paste0(data, "-dossiers"), data, dossiers = TRUE)
  run(paste0(data, "-dossiers-unit"), data, dossiers = TRUE, cluster = "unit")
  run(paste0(data, "-population"), data, population = 1000)
  run(paste0(data, "-strata-field-population"), data, strata = "field", population = "by-stratum")
}
run("d200-unit-population", "d200", cluster = "unit", population = 40)
run("d200-dossiers-strata", "d200", dossiers = TRUE, strata = "field")
run("d200-dossiers-strata-population", "d200", dossiers = TRUE, strata = "field", population = "by-stratum")
run("d400-dossiers-strata-unit-device", "d400", dossiers = TRUE, strata = "unit", cluster = "device", lonely = "certainty")
run("d30-census", "d30", population = 30)
run("d30-beyond", "d30", population = 29)
run("d80-split", "d80", cluster = "unit", strata = "field")
run("d900-plain", "d900")
run("d900-unit", "d900", cluster = "unit")
run("d900-dossiers-device", "d900", dossiers = TRUE, cluster = "device")
run("sparse-plain", "sparse")
run("sparse-unit", "sparse", cluster = "unit")
run("sparse-dossiers", "sparse", dossiers = TRUE)
run("two-plain", "two")
run("two-unit", "two", cluster = "unit")
run("one-plain", "one", domains = FALSE)
run("oneunit-unit", "oneunit", cluster = "unit", domains = FALSE)
run("oneunit-plain", "oneunit")
for (data in c("satisfied", "dissatisfied", "nearly")) {
  run(paste0(data, "-plain"), data)
  run(paste0(data, "-unit"), data, cluster = "unit")
  run(paste0(data, "-dossiers"), data, dossiers = TRUE)
}
run("missing-plain", "missing")
run("someblank-plain", "someblank")
run("someblank-unit", "someblank", cluster = "unit")
run("someblank-strata", "someblank", strata = "field")
run("nofactor-plain", "nofactor")
run("nofactor-device", "nofactor", cluster = "device")
for (lonely in c("-", "adjust", "certainty")) {
  suffix <- if (lonely == "-") "refused" else lonely
  run(paste0("lonely-field-", suffix), "lonely", strata = "field", lonely = lonely)
  run(paste0("lonely-unit-device-", suffix), "lonely", strata = "unit", cluster = "device", lonely = lonely)
  run(paste0("lonely-population-", suffix), "lonely", strata = "field", population = "by-stratum", lonely = lonely)
}
run("blankunit-unit", "blankunit", cluster = "unit")
run("blankunit-dossiers", "blankunit", dossiers = TRUE)

# ---- quantiles and single proportions ---------------------------------------------------------------

for (df in c(1, 2, 3, 4, 5, 7, 10, 19, 29, 30, 55, 100, 231, 999, 1999, 25000, 36500, 100000, 1e7))
  for (p in c(0.6, 0.9, 0.95, 0.975, 0.995, 1 - 0.025 / 9045))
    line("quantile t", df, sprintf("%.17g", p), num(qt(p, df)))
for (p in c(1e-10, 0.001, 0.025, 0.3, 0.6, 0.975, 0.9999)) line("quantile normal 0", sprintf("%.17g", p), num(qnorm(p)))
for (n in c(1, 2, 5, 31, 200, 25000)) for (x in unique(c(0, 1, n %/% 3, n - 1, n))) {
  exact <- binom.test(x, n)$conf.int
  line("exact", x, n, num(exact[1]), num(exact[2]))
}
rows <- expand(sets$d80)
for (cluster in c("-", "unit")) {
  rows$drawn <- if (cluster == "-") seq_len(nrow(rows)) else rows$unit
  design <- svydesign(ids = ~drawn, weights = rep(1, nrow(rows)), data = rows)
  for (id in criteria) {
    design <- update(design, y = design$variables[[id]])
    ci <- confint(svyciprop(~y, subset(design, !is.na(y)), method = "logit", df = degf(design)))
    line("logit", paste0("cluster=", cluster), id, num(ci[1]), num(ci[2]))
  }
}
