#!/usr/bin/env bash
# Makes the bundle of the demo's stock-tip story, as two people would: one asks, another releases, the first exports.
# Needs ./jingling serve --demo to run, for one to four minutes. Everything in it is made up (演示).
#
#   deploy/demo-case/bundle.sh [--server URL] [--data DIR] [--out FILE.tlzj]
#
# Writes FILE.tlzj and, apart from it, FILE.trust; then verifies the one by the other.
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
jingling=$here/../../jingling
server=${JINGLING_SERVER:-http://127.0.0.1:8080}
data=${JINGLING_DATA:-data}
out=demo-case.tlzj
while [[ $# -gt 0 ]]; do
  case $1 in
    --server) server=$2 ;;
    --data) data=$2 ;;
    --out) out=$2 ;;
    *) echo "$1: got an unknown option, want --server, --data or --out" >&2; exit 2 ;;
  esac
  shift 2
done

operator=(--server "$server" --data "$data")
case_id='演示-2026-1141'

id=
for ((i = 0; i < 60; i++)); do
  found=$(curl -fsS -H "Authorization: Bearer $(cat "$data/operator.key")" "$server/v1/campaigns?limit=10" \
    | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4)
  if [[ -n $found ]]; then id=$found; break; fi
  [[ $i -gt 0 ]] || echo "No campaign is known yet; waiting for one …" >&2
  sleep 5
done
[[ -n $id ]] || { echo "campaign: got none in 5 minutes, want ./jingling serve --demo to run at $server" >&2; exit 1; }

officer=$(mktemp)
trap 'rm -f "$officer"' EXIT
"$jingling" keys add --name '王警官' --role officer "${operator[@]}" > "$officer"

release=$("$jingling" releases ask --campaign "$id" --case "$case_id" --reason '核查荐股团伙的主叫号码' \
  --server "$server" --key "$officer")
"$jingling" releases release "$release" "${operator[@]}"

"$jingling" evidence export --campaign "$id" --release "$release" --subscriber 13800130000 \
  --case "$case_id" --purpose '供公安机关核查（演示）' \
  --file "$here/recording.wav" --sort recording --by '报案人' --how '来电时由手机录音（演示：合成的提示音）' \
  --file "$here/sms.txt" --sort sms --by '报案人' --how '由手机短信收件箱复制（演示）' \
  --file "$here/screenshot.png" --sort screenshot --by '报案人' --how '由手机截屏（演示）' \
  --file "$here/transfer.csv" --sort transfer --by '报案人' --how '由银行 App 导出（演示）' \
  --server "$server" --key "$officer" --out "$out"
"$jingling" evidence trust "${operator[@]}" --out "${out%.tlzj}.trust"
"$jingling" evidence verify "$out" --trust "${out%.tlzj}.trust"
