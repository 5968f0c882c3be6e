#!/usr/bin/env bash
# Compiles the load generator and the echo into ../out (not kept in git).
set -euo pipefail
cd "$(dirname "$0")"
if ! command -v gcc >/dev/null; then
  echo "gcc: not found; install it with: apt-get install -y --no-install-recommends gcc libc6-dev" >&2
  exit 3
fi
mkdir -p ../out
for program in loadgen echo; do
  gcc -std=gnu11 -O2 -Wall -Wextra -Werror -o "../out/$program" "$program.c"
done
