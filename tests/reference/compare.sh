#!/usr/bin/env bash
# Makes the reference again with R and compares: the stored file with the new one, ours with both.
#
#   tests/reference/compare.sh           needs Debian's r-base-core and r-cran-survey
#   tests/reference/compare.sh --bless   also stores the new file
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
made="$(mktemp)"
trap 'rm -f "$made"' EXIT
Rscript "$here/survey.R" 2>/dev/null > "$made"
Rscript -e 'cat(R.version.string, "\nsurvey", format(packageVersion("survey")), "\n")'
if cmp -s "$made" "$here/survey.txt"; then
  echo "stored file: the same bytes"
else
  echo "stored file: differs in $(diff "$made" "$here/survey.txt" | grep -c '^[<>]') lines (last digits may, between versions of R)"
fi
cd "$here/../.."
SIPAS_REFERENCE="$made" cargo test -q -p sipas-tests --test reference -- --nocapture --test-threads 1
if [ "${1:-}" = "--bless" ]; then
  cp "$made" "$here/survey.txt"
  echo "stored"
fi
